/** After the roll call: handed to the receiving unit under minutes, then released. */
import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DateField } from '../../../../parts/date-field.tsx';
import { Rows } from '../../../../parts/rows.tsx';
import { useMe } from '../../../../session/session.tsx';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { mayReport } from '../rights.ts';
import { useUnitNames } from '../use-units.ts';
import { type StepProps, unitsOf } from './fields.tsx';
import { LotDialog, type LotProps } from './lot.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

const HandOver = (props: LotProps): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [receivingUnit, setReceiving] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string | null>(today);
  const isWhole = receivingUnit.trim() !== '' && number.trim() !== '';
  return (
    <LotDialog
      {...props}
      title={w.handOver}
      button={w.handOverThis}
      done={w.handedOver}
      isTouched={receivingUnit !== '' || number !== ''}
      commandOf={(lot) =>
        isWhole && date
          ? {
              ...{ type: 'HandOver', ...lot, receivingUnit: receivingUnit.trim() },
              minutes: { number: number.trim(), date },
            }
          : null
      }
    >
      <TextInput
        id="field-receivingUnit"
        label={w.receiving}
        value={receivingUnit}
        onChange={({ currentTarget }) => setReceiving(currentTarget.value)}
        maxLength={120}
        required
      />
      <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
        <TextInput
          id="field-minutes.number"
          label={w.minutes}
          placeholder="07/BB-BG"
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          maxLength={60}
          required
          miw="12rem"
        />
        <DateField id="field-minutes.date" label={w.minutesDate} value={date} onChange={setDate} max={today} required />
      </Group>
    </LotDialog>
  );
};

const Release = (props: LotProps): ReactNode => {
  const w = useWords(said);
  return (
    <LotDialog
      {...props}
      title={w.release}
      button={w.releaseThis}
      done={w.releasedDone}
      commandOf={(lot) => ({ type: 'Release', ...lot })}
    />
  );
};

export const HandoverStep = ({ isLive, ...props }: StepProps & { readonly isLive: boolean }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  const [opened, setOpened] = useState<'handOver' | 'release' | null>(null);
  const { drill } = props.muster;
  const rows = drill.rows.filter(({ counts }) => counts.present > 0);
  const units = [...new Set(rows.map(({ unit }) => unit))].filter((unit) => mayReport(drill, unit));
  const isOffered = isLive && drill.phase === 'open' && units.length > 0 && unitsOf(props).length > 0;
  const close = (): void => setOpened(null);
  const n = (value: number): string => numberText(value, language);
  return (
    <Step
      title={w.handover}
      isDone={rows.some(({ counts }) => counts.handedOver > 0)}
      acts={
        isOffered && (
          <>
            <Button size="compact-md" variant="default" onClick={() => setOpened('handOver')}>
              {w.handOver}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setOpened('release')}>
              {w.release}
            </Button>
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <span className="quiet">{drill.phase === 'preparing' ? w.notOpen : w.none}</span>
      ) : (
        <Rows
          rows={rows}
          rowKey={({ unit, kind }) => `${unit}/${kind}`}
          caption={w.handover}
          columns={[
            { key: 'unit', head: w.unit, isTitle: true, cell: ({ unit }) => nameOf(unit) },
            { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
            { key: 'present', head: w.present, align: 'right', cell: ({ counts }) => n(counts.present) },
            { key: 'over', head: w.handedOverCol, align: 'right', cell: ({ counts }) => n(counts.handedOver) },
            { key: 'released', head: w.released, align: 'right', cell: ({ counts }) => n(counts.released) },
          ]}
        />
      )}
      {opened === 'handOver' && <HandOver {...props} units={units} onClose={close} />}
      {opened === 'release' && <Release {...props} units={units} onClose={close} />}
    </Step>
  );
};
