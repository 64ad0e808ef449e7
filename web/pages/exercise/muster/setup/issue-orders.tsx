/** Issuing call-up orders: a count, or a row of numbers, in lots of 500 one after another. */
import { Checkbox, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Command, sendCommand } from '../../../../client/command.ts';
import { newId } from '../../../../client/id.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../../parts/count-field.tsx';
import { RadioChoice } from '../../../../parts/radio-choice.tsx';
import { useWords } from '../../../../words/language.tsx';
import { lots, numbersBetween } from '../paste.ts';
import type { Kind } from '../tiles.ts';
import { CodeField, type DialogProps, KindChoice, StationSelect, UnitSelect, unitsOf } from './fields.tsx';
import { said } from './words.ts';

type Issue = Extract<Command<'drills'>, { type: 'IssueOrders' }>;

/** One lot after the other; a lot that was sent is not sent again when the next one is refused. */
const useIssue = (drill: string, onDone: () => void) => {
  const client = useQueryClient();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [state, setState] = useState<{ readonly sending: boolean; readonly error: Error | null }>({
    ...{ sending: false, error: null },
  });
  const send = async (commands: readonly Issue[]): Promise<void> => {
    setState({ sending: true, error: null });
    const done = [...sent];
    try {
      for (const command of commands) {
        const key = JSON.stringify(command);
        if (done.includes(key)) continue;
        await sendCommand('drills', drill, command, { commandId: newId() });
        done.push(key);
      }
      onDone();
    } catch (error) {
      setState({ sending: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
    setSent(done);
    await client.invalidateQueries({ queryKey: ['read'] });
  };
  return { ...state, send };
};

export const IssueOrders = (props: DialogProps): ReactNode => {
  const w = useWords(said);
  const { muster, onClose } = props;
  const [unit, setUnit] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('reservist');
  const [way, setWay] = useState<'count' | 'number'>('count');
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [group, setGroup] = useState('');
  const [station, setStation] = useState<string | null>(null);
  const [spare, setSpare] = useState(false);
  const act = useIssue(muster.drill.id, () => {
    notifications.show({ message: w.issued });
    onClose();
  });
  const row = muster.drill.rows.find((each) => each.unit === unit && each.kind === kind && each.counts.ordered > 0);
  const byNumber = row ? row.source === 'rollCall' : way === 'number';
  const numbers = byNumber ? numbersBetween(first, last) : null;
  const count = byNumber ? (numbers?.length ?? null) : readCount(typed);
  const commands = (): Issue[] => {
    if (!unit || !count) return [];
    const base = {
      ...{ type: 'IssueOrders' as const, unit, kind, spare },
      ...(group ? { group } : {}),
      ...(station ? { station } : {}),
    };
    if (!numbers) return [{ ...base, count }];
    return lots(numbers).map((lot) => ({ ...base, orders: lot.map((order) => ({ order })) }));
  };
  const lotCount = Math.ceil((count ?? 0) / 500);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => void act.send(commands())}
      title={w.issue}
      button={w.issueThis(count ?? 0)}
      error={act.error}
      sending={act.sending}
      disabled={!unit || !count}
      dirty={typed !== '' || first !== ''}
    >
      <UnitSelect units={unitsOf(props)} value={unit} onChange={setUnit} />
      <KindChoice value={kind} onChange={setKind} />
      <RadioChoice
        label={w.way}
        description={w.wayWhat}
        options={[
          ['count', w.byCount],
          ['number', w.byNumber],
        ]}
        value={byNumber ? 'number' : 'count'}
        onChange={setWay}
        disabled={row !== undefined}
      />
      {byNumber ? (
        <>
          <Group align="flex-start" grow>
            <CodeField id="field-first" label={w.firstNumber} value={first} onChange={setFirst} />
            <CodeField id="field-last" label={w.lastNumber} value={last} onChange={setLast} />
          </Group>
          <p className="quiet">
            {first !== '' && last !== '' && !numbers ? w.numbersWrong : w.numbersHint}
            {lotCount > 1 && ` · ${w.lotsNote(lotCount)}`}
          </p>
        </>
      ) : (
        <CountField id="field-count" label={w.count} value={typed} onChange={setTyped} required />
      )}
      <CodeField
        id="field-group"
        label={w.group}
        description={w.groupHint}
        value={group}
        onChange={setGroup}
        required={false}
      />
      <StationSelect muster={muster} value={station} onChange={setStation} />
      <Checkbox label={w.isSpare} checked={spare} onChange={() => setSpare(!spare)} />
    </ActDialog>
  );
};
