/** An indicator is defined: what is counted of what, how it is judged, who reports it, its targets by year. */
import { Group, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CADENCE_NAMES, SOURCE_NAMES } from '../../../domain/labels/words-programme.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { BodyField } from '../../parts/body-field.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useMe } from '../../session/session.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import {
  CADENCES,
  COMPARATORS,
  emptyIndicator,
  type IndicatorDraft,
  indicatorCommand,
  isCode,
  MEASURES,
  measureOf,
  SOURCES,
} from './indicator-draft.ts';
import { SourceFields, TargetFields } from './indicator-fields.tsx';
import type { Programme } from './rights.ts';
import { acts } from './words-acts.ts';

interface Part {
  readonly draft: IndicatorDraft;
  readonly change: (part: Partial<IndicatorDraft>) => void;
}

const Line = ({
  name,
  label,
  max,
  draft,
  change,
  required = false,
}: Part & {
  readonly name: 'nameVi' | 'nameEn' | 'unit' | 'numerator' | 'denominator';
  readonly label: string;
  readonly max: number;
  readonly required?: boolean;
}): ReactNode => (
  <TextInput
    id={`field-${name}`}
    label={label}
    value={draft[name]}
    onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    maxLength={max}
    required={required}
    miw="12rem"
  />
);

const Choice = <T extends string>({
  id,
  label,
  options,
  value,
  onChange,
  disabled = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}): ReactNode => (
  <Select
    id={`field-${id}`}
    label={label}
    data={options.map(([each, name]) => ({ value: each, label: name }))}
    value={value}
    onChange={(next) => onChange(options.find(([each]) => each === next)?.[0] ?? value)}
    allowDeselect={false}
    disabled={disabled}
    miw="12rem"
  />
);

const What = ({ draft, change, taken }: Part & { readonly taken: readonly string[] }): ReactNode => {
  const w = useWords(acts);
  const { code } = draft;
  const isTaken = taken.includes(code);
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          id="field-indicator"
          label={w.code}
          description={w.codeForm}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={code}
          onChange={({ currentTarget }) => change({ code: currentTarget.value.toUpperCase().trim() })}
          error={isTaken ? w.codeTaken : code !== '' && !isCode(code)}
          maxLength={7}
          required
          miw="9rem"
        />
        <Line name="unit" label={w.unit} max={40} draft={draft} change={change} required />
      </Group>
      <Line name="nameVi" label={w.nameVi} max={300} draft={draft} change={change} required />
      <Line name="nameEn" label={w.nameEn} max={300} draft={draft} change={change} />
    </>
  );
};

const How = ({ draft, change }: Part): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const measure = measureOf(draft);
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Choice
          id="measure"
          label={w.measure}
          options={MEASURES.map((each) => [each, w[each]] as const)}
          value={measure}
          onChange={(next) => change({ measure: next })}
          disabled={draft.source !== 'reported'}
        />
        <Choice
          id="comparator"
          label={w.comparator}
          options={COMPARATORS.map((each) => [each, w[each]] as const)}
          value={draft.comparator}
          onChange={(comparator) => change({ comparator })}
        />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Line
          name="numerator"
          label={measure === 'number' ? w.counted : w.numerator}
          max={200}
          draft={draft}
          change={change}
          required
        />
        {measure !== 'number' && (
          <Line name="denominator" label={w.denominator} max={200} draft={draft} change={change} required />
        )}
      </Group>
      {draft.source === 'reported' && (
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Choice
            id="cadence"
            label={w.cadence}
            options={CADENCES.map((each) => [each, say(CADENCE_NAMES[each])] as const)}
            value={draft.cadence}
            onChange={(cadence) => change({ cadence })}
          />
          <Choice
            id="join"
            label={w.join}
            options={[
              ['latest', w.latest],
              ['sum', w.sum],
            ]}
            value={draft.join}
            onChange={(join) => change({ join })}
          />
        </Group>
      )}
    </>
  );
};

export const DefineIndicator = ({
  file,
  onClose,
}: {
  readonly file: Programme;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const { acting } = useMe();
  const [draft, setDraft] = useState(() => emptyIndicator(file, acting?.body ?? null));
  const act = useAct('programmes', file.id, w.indicatorAdded, onClose);
  const needsReason = file.phase !== 'draft';
  const taken = file.indicators.map(({ code }) => code);
  const command = taken.includes(draft.code) ? null : indicatorCommand(draft, needsReason);
  const change = (part: Partial<IndicatorDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command)}
      title={w.addIndicator}
      button={w.addIndicator}
      error={act.error}
      sending={act.sending}
      disabled={!command}
      dirty={draft.nameVi !== '' || draft.numerator !== ''}
      size="xl"
    >
      <What draft={draft} change={change} taken={taken} />
      <Choice
        id="source.kind"
        label={w.source}
        options={SOURCES.map((each) => [each, say(SOURCE_NAMES[each])] as const)}
        value={draft.source}
        onChange={(source) => change({ source })}
      />
      <SourceFields file={file} draft={draft} change={change} />
      <How draft={draft} change={change} />
      <BodyField id="field-owner" label={w.owner} value={draft.owner} onChange={(owner) => change({ owner })} />
      {draft.comparator !== 'follow' && <TargetFields columns={file.columns} draft={draft} change={change} />}
      {needsReason && <ReasonField value={draft.reason} onChange={(reason) => change({ reason })} />}
    </ActDialog>
  );
};
