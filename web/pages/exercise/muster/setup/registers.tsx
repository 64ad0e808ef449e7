/** Registers verified anew: counts, never names. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { REMOVAL_NAMES } from '../../../../../domain/labels/words-drill.ts';
import type { Command } from '../../../../client/command.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../../parts/count-field.tsx';
import { DateField } from '../../../../parts/date-field.tsx';
import { Rows } from '../../../../parts/rows.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useMe } from '../../../../session/session.tsx';
import { dateText, numberText } from '../../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../../words/language.tsx';
import { mayReport } from '../rights.ts';
import type { Kind } from '../tiles.ts';
import { useUnitNames } from '../use-units.ts';
import { type DialogProps, KindChoice, type StepProps, UnitSelect, unitsOf } from './fields.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

type Removed = Extract<Command<'drills'>, { type: 'VerifyRegister' }>['removed'];
const REASONS = Object.keys(REMOVAL_NAMES) as (keyof typeof REMOVAL_NAMES)[]; // the keys of a closed record

const Verify = ({ units, ...props }: DialogProps & { readonly units: readonly string[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { today } = useMe();
  const { muster, onClose } = props;
  const [unit, setUnit] = useState(units.length === 1 ? (units[0] ?? null) : null);
  const [kind, setKind] = useState<Kind>('reservist');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [date, setDate] = useState<string | null>(today);
  const act = useAct('drills', muster.drill.id, w.registerSet, onClose);
  const read = (key: string): number | null => readCount(typed[key] ?? '');
  const registered = read('registered');
  const removed: Removed = Object.fromEntries(
    REASONS.flatMap((reason) => {
      const count = read(`removed.${reason}`);
      return count ? [[reason, count]] : [];
    }),
  );
  const field = (key: string, label: string, required = false): ReactNode => (
    <CountField
      key={key}
      id={`field-${key}`}
      label={label}
      value={typed[key] ?? ''}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      required={required}
    />
  );
  const fit = read('fit');
  const send = (): void => {
    if (unit && registered !== null && date)
      act.send({ type: 'VerifyRegister', unit, kind, registered, removed, date, ...(fit === null ? {} : { fit }) });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.registerAdd}
      button={w.registerThis(registered ?? 0)}
      error={act.error}
      sending={act.sending}
      disabled={!unit || registered === null || !date}
      dirty={Object.keys(typed).length > 0}
    >
      <UnitSelect units={units} value={unit} onChange={setUnit} />
      <KindChoice value={kind} onChange={setKind} />
      <Group align="flex-start" gap="sm">
        {field('registered', w.registered, true)}
        {field('fit', w.fitOf)}
        <DateField id="field-date" label={w.registerDate} value={date} onChange={setDate} max={today} required />
      </Group>
      <fieldset className="plain-set">
        <legend>{w.removed}</legend>
        <Group align="flex-start" gap="sm">
          {REASONS.map((reason) => field(`removed.${reason}`, say(REMOVAL_NAMES[reason])))}
        </Group>
      </fieldset>
    </ActDialog>
  );
};

export const RegisterStep = ({ isLive, ...props }: StepProps & { readonly isLive: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  const [opened, setOpened] = useState(false);
  const { drill } = props.muster;
  const units = unitsOf(props).filter((unit) => mayReport(drill, unit));
  const n = (value: number): string => numberText(value, language);
  return (
    <Step
      title={w.registers}
      isDone={drill.registers.length > 0}
      acts={
        isLive &&
        units.length > 0 && (
          <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
            {w.registerAdd}
          </Button>
        )
      }
    >
      {drill.registers.length === 0 ? (
        <span className="quiet">{w.none}</span>
      ) : (
        <Rows
          rows={drill.registers}
          rowKey={({ unit, kind }) => `${unit}/${kind}`}
          caption={w.registers}
          columns={[
            { key: 'unit', head: w.unit, isTitle: true, cell: ({ unit }) => nameOf(unit) },
            { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
            {
              ...{ key: 'registered', head: w.registered, align: 'right' as const },
              cell: ({ registered }) => n(registered),
            },
            { key: 'fit', head: w.fitOf, align: 'right', cell: ({ fit }) => (fit === null ? '–' : n(fit)) },
            {
              ...{ key: 'removed', head: w.removed },
              cell: ({ removed }) => removed.map(({ label, count }) => `${say(label)} ${n(count)}`).join(', ') || '–',
            },
            { key: 'date', head: w.registerDate, cell: ({ date }) => dateText(date) },
          ]}
        />
      )}
      {opened && <Verify {...props} units={units} onClose={() => setOpened(false)} />}
    </Step>
  );
};
