/** What an act speaks of: so many of a locality that reports figures, or single orders by their numbers. */
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../../../client/command.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../../parts/count-field.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useWords } from '../../../../words/language.tsx';
import type { Muster } from '../board.tsx';
import { MOST, readOrders } from '../paste.ts';
import type { Kind } from '../tiles.ts';
import { type DialogProps, KindChoice, UnitSelect } from './fields.tsx';
import { said } from './words.ts';

type Lot =
  | { readonly orders: readonly string[] }
  | { readonly unit: string; readonly kind: Kind; readonly count: number };

interface LotDraft {
  readonly field: ReactNode;
  readonly lot: Lot | null;
  readonly size: number;
  readonly isTouched: boolean;
}

/** Rows that keep a roll are spoken of by number, the others by count. */
const useLot = (muster: Muster, units: readonly string[]): LotDraft => {
  const w = useWords(said);
  const [unit, setUnit] = useState(units.length === 1 ? (units[0] ?? null) : null);
  const [kind, setKind] = useState<Kind>('reservist');
  const [count, setCount] = useState('');
  const [numbers, setNumbers] = useState('');
  const row = muster.drill.rows.find((each) => each.unit === unit && each.kind === kind);
  const byNumber = row?.source === 'rollCall';
  const { orders, wrong } = readOrders(numbers);
  const amount = readCount(count);
  const ofCount: Lot | null = unit && amount ? { unit, kind, count: amount } : null;
  const ofNumbers: Lot | null = orders.length > 0 && orders.length <= MOST && wrong.length === 0 ? { orders } : null;
  const lot = byNumber ? ofNumbers : ofCount;
  const field = (
    <>
      <UnitSelect units={units} value={unit} onChange={setUnit} />
      <KindChoice value={kind} onChange={setKind} />
      {byNumber ? (
        <Textarea
          id="field-orders"
          label={w.orderNumbers}
          description={w.numbersHint}
          value={numbers}
          onChange={({ currentTarget }) => setNumbers(currentTarget.value)}
          error={wrong.length > 0 && wrong.slice(0, 5).join(', ')}
          autosize
          minRows={2}
          required
        />
      ) : (
        <CountField id="field-count" label={w.count} value={count} onChange={setCount} required />
      )}
    </>
  );
  return { field, lot, size: byNumber ? orders.length : (amount ?? 0), isTouched: count !== '' || numbers !== '' };
};

export type LotProps = DialogProps & { readonly units: readonly string[] };

/** One act on a lot; what else the act asks are its children. */
export const LotDialog = ({
  muster,
  units,
  onClose,
  title,
  button,
  done,
  commandOf,
  isTouched = false,
  children,
}: LotProps & {
  readonly title: string;
  /** Names the effect for so many. */
  readonly button: (size: number) => string;
  /** Said once it is recorded. */
  readonly done: string;
  /** Null while something beside the lot is missing. */
  readonly commandOf: (lot: Lot) => Command<'drills'> | null;
  /** Something beside the lot was typed that closing would lose. */
  readonly isTouched?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const draft = useLot(muster, units);
  const act = useAct('drills', muster.drill.id, done, onClose);
  const command = draft.lot && commandOf(draft.lot);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command)}
      title={title}
      button={button(draft.size)}
      error={act.error}
      sending={act.sending}
      disabled={!command}
      dirty={isTouched || draft.isTouched}
    >
      {draft.field}
      {children}
    </ActDialog>
  );
};
