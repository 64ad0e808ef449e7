/** Forms of the approvers: a target changed with its reason, a unit exempted with its ground. */
import { Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { GROUND_NAMES } from '../../../domain/labels/words-programme.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Programme } from './rights.ts';
import { useCommunes } from './use-communes.ts';
import { said } from './words.ts';

interface Dialog {
  readonly file: Programme;
  readonly onClose: () => void;
}
const GROUNDS = ['newUnit', 'merged', 'disaster', 'noSubject', 'other'] as const;
type Ground = (typeof GROUNDS)[number];

/** `M4` after M1–M3 and others of the kind. */
export const nextNumber = (letter: string, taken: readonly string[]): string => {
  const numbers = taken.map((id) => Number(id.replace(/\D/g, '')));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
};

const useIndicators = (file: Programme) => {
  const say = useSay();
  return file.indicators.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }));
};

const Amount = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}): ReactNode => (
  <NumberInput
    label={label}
    value={value}
    onChange={onChange}
    min={0}
    decimalSeparator=","
    allowedDecimalSeparators={['.', ',']}
    required
  />
);

export const ChangeTarget = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const indicators = useIndicators(file);
  const [code, setCode] = useState(file.indicators[0]?.code ?? '');
  const [column, setColumn] = useState(file.year);
  const [review, setReview] = useState<string | null>(null);
  const [low, setLow] = useState<number | string>('');
  const [high, setHigh] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.changed, onClose);
  const indicator = file.indicators.find((each) => each.code === code);
  const isRange = indicator?.comparator === 'range';
  const held = file.reviews.filter(({ status }) => status === 'held' || status === 'finished');
  const ready = typeof low === 'number' && (!isRange || typeof high === 'number') && reason.trim() !== '';
  const send = (): void => {
    if (typeof low !== 'number') return;
    const target = isRange && typeof high === 'number' ? { min: low, max: high } : low;
    act.send({
      ...{ type: 'ChangeTarget', indicator: code, column, target, reason: reason.trim() },
      ...(review ? { review } : {}),
    });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.changeTarget}
      button={w.changeThis(code)}
      error={act.error}
      sending={act.sending}
      disabled={!ready}
      dirty={reason !== '' || low !== ''}
    >
      <Select
        label={w.indicator}
        data={indicators}
        value={code}
        onChange={(next) => next && setCode(next)}
        allowDeselect={false}
      />
      <Group grow align="flex-start">
        <Select
          label={w.column}
          data={file.columns.map((value) => ({ value, label: value === 'term' ? w.wholeTerm : value }))}
          value={column}
          onChange={(next) => next && setColumn(next)}
          allowDeselect={false}
        />
        <Amount
          label={isRange ? w.targetMin : `${w.target} (${indicator?.unit ?? ''})`}
          value={low}
          onChange={setLow}
        />
        {isRange && <Amount label={w.targetMax} value={high} onChange={setHigh} />}
      </Group>
      {held.length > 0 && (
        <Select
          label={w.review}
          placeholder={w.noReview}
          data={held.map(({ review: value, name }) => ({ value, label: say(name) }))}
          value={review}
          onChange={setReview}
          clearable
        />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

interface ExemptUnit {
  readonly unit: string;
  readonly name: string;
}
const NO_UNIT: ExemptUnit = { unit: '', name: '' };
const isBlank = ({ unit, name }: ExemptUnit): boolean => unit.trim() === '' || name.trim() === '';

/** Where the organisation knows no communes of the locality. */
const UnitByHand = ({
  unit,
  onChange,
}: {
  readonly unit: ExemptUnit;
  readonly onChange: (unit: ExemptUnit) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Group grow align="flex-start">
      <TextInput
        label={w.unitId}
        placeholder="ia-dal"
        value={unit.unit}
        onChange={({ currentTarget }) => onChange({ ...unit, unit: currentTarget.value })}
        maxLength={60}
        required
      />
      <TextInput
        label={w.unitName}
        value={unit.name}
        onChange={({ currentTarget }) => onChange({ ...unit, name: currentTarget.value })}
        maxLength={120}
        required
      />
    </Group>
  );
};

export const GrantExemption = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const indicators = useIndicators(file);
  const communes = useCommunes(file.orgUnit);
  const taken = file.exemptions.map(({ id }) => id);
  const [code, setCode] = useState(file.indicators[0]?.code ?? '');
  const [units, setUnits] = useState<readonly ExemptUnit[]>([]);
  const [ground, setGround] = useState<Ground>('newUnit');
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.granted, onClose);
  const send = (): void =>
    act.send({
      ...{ type: 'GrantExemption', exemption: nextNumber('M', taken), indicator: code, ground, reason: reason.trim() },
      units: units.map(({ unit, name }) => ({ unit: unit.trim(), name: name.trim(), numerator: 0, denominator: 1 })),
    });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.grantExemption}
      button={w.grantThis}
      error={act.error}
      sending={act.sending}
      disabled={units.length === 0 || units.some(isBlank) || reason.trim() === ''}
      dirty={units.length > 0 || reason !== ''}
    >
      <Select
        label={w.indicator}
        data={indicators}
        value={code}
        onChange={(next) => next && setCode(next)}
        allowDeselect={false}
      />
      {communes.length > 0 ? (
        <MultiSelect
          label={w.exemptUnits}
          data={communes}
          value={units.map(({ unit }) => unit)}
          onChange={(chosen) =>
            setUnits(
              communes
                .filter(({ value }) => chosen.includes(value))
                .map(({ value, label }) => ({ unit: value, name: label })),
            )
          }
          searchable
          required
          hidePickedOptions
          maxDropdownHeight={320}
        />
      ) : (
        <UnitByHand unit={units[0] ?? NO_UNIT} onChange={(unit) => setUnits([unit])} />
      )}
      <Select
        label={w.ground}
        data={GROUNDS.map((value) => ({ value, label: say(GROUND_NAMES[value]) }))}
        value={ground}
        onChange={(next) => setGround(GROUNDS.find((each) => each === next) ?? ground)}
        allowDeselect={false}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
