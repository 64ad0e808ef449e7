/** Call-up orders: issued, delivered, or not deliverable; by count or by number. */
import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { REFUSAL_NAMES } from '../../../../../domain/labels/words-drill.ts';
import { Rows } from '../../../../parts/rows.tsx';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../../words/language.tsx';
import { mayReport } from '../rights.ts';
import { useUnitNames } from '../use-units.ts';
import { type StepProps, unitsOf } from './fields.tsx';
import { IssueOrders } from './issue-orders.tsx';
import { LotDialog, type LotProps } from './lot.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

type Refusal = keyof typeof REFUSAL_NAMES;
const isRefusal = (code: string | null): code is Refusal => code !== null && Object.hasOwn(REFUSAL_NAMES, code);

const Deliver = (props: LotProps): ReactNode => {
  const w = useWords(said);
  return (
    <LotDialog
      {...props}
      title={w.deliver}
      button={w.deliverThis}
      done={w.deliveredDone}
      commandOf={(lot) => ({ type: 'DeliverOrders', ...lot })}
    />
  );
};

const Refuse = (props: LotProps): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [why, setWhy] = useState<Refusal | null>(null);
  return (
    <LotDialog
      {...props}
      title={w.refuse}
      button={w.refuseThis}
      done={w.refusedDone}
      commandOf={(lot) => why && { type: 'RefuseOrders', ...lot, reason: why }}
    >
      <Select
        label={w.refuseWhy}
        data={Object.entries(REFUSAL_NAMES).map(([code, name]) => ({ value: code, label: say(name) }))}
        value={why}
        onChange={(code) => setWhy(isRefusal(code) ? code : null)}
        required
      />
    </LotDialog>
  );
};

export const OrderStep = ({
  isOffered,
  isLive,
  ...props
}: StepProps & { readonly isOffered: boolean; readonly isLive: boolean }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  const [opened, setOpened] = useState<'issue' | 'deliver' | 'refuse' | null>(null);
  const { drill } = props.muster;
  const rows = drill.rows.filter(({ counts, reserve }) => counts.ordered + reserve.spareOrdered > 0);
  const units = unitsOf(props).filter((unit) => mayReport(drill, unit));
  const close = (): void => setOpened(null);
  const n = (value: number): string => numberText(value, language);
  const column = (key: 'ordered' | 'delivered' | 'refused') => ({
    ...{ key, head: w[key], align: 'right' as const },
    cell: ({ counts }: (typeof rows)[number]) => n(counts[key]),
  });
  return (
    <Step
      title={w.orders}
      isDone={rows.length > 0}
      acts={
        <>
          {isOffered && (
            <Button size="compact-md" variant="default" onClick={() => setOpened('issue')}>
              {w.issue}
            </Button>
          )}
          {isLive && units.length > 0 && rows.length > 0 && (
            <>
              <Button size="compact-md" variant="default" onClick={() => setOpened('deliver')}>
                {w.deliver}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => setOpened('refuse')}>
                {w.refuse}
              </Button>
            </>
          )}
        </>
      }
    >
      {rows.length === 0 ? (
        <span className="quiet">{w.none}</span>
      ) : (
        <Rows
          rows={rows}
          rowKey={({ unit, kind }) => `${unit}/${kind}`}
          caption={w.orders}
          columns={[
            { key: 'unit', head: w.unit, isTitle: true, cell: ({ unit }) => nameOf(unit) },
            { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
            { key: 'way', head: w.way, cell: ({ source }) => (source === 'counts' ? w.byCount : w.byNumber) },
            column('ordered'),
            column('delivered'),
            column('refused'),
            { key: 'spare', head: w.spare, align: 'right', cell: ({ reserve }) => n(reserve.spareOrdered) },
          ]}
        />
      )}
      {opened === 'issue' && <IssueOrders {...props} onClose={close} />}
      {opened === 'deliver' && <Deliver {...props} units={units} onClose={close} />}
      {opened === 'refuse' && <Refuse {...props} units={units} onClose={close} />}
    </Step>
  );
};
