/** A task that this exercise needs and its template has not. The deadline is worked out as it is filled in. */
import { Group, MultiSelect, NumberInput, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Refused, type Schemas } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { byName, longDate } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import type { File } from '../tabs.ts';
import { nextCode } from './filter.ts';
import { commandOf, type Draft } from './task-draft.ts';
import { said } from './words.ts';

/** Kinds of evidence that this checklist knows, by name. */
const kindsIn = (tasks: readonly Schemas['Task'][], say: (label: { vi: string; en: string }) => string) => {
  const kinds = new Map(
    tasks.flatMap(({ evidenceWanted: wanted }) => (wanted ? [[wanted.kind, say(wanted.label)] as const] : [])),
  );
  return [...kinds].map(([value, label]) => ({ value, label })).sort((a, b) => byName(a.label, b.label));
};

export const AddTaskDialog = ({
  file,
  tasks,
  onClose,
}: {
  readonly file: File;
  readonly tasks: readonly Schemas['Task'][];
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [draft, setDraft] = useState<Draft>({
    code: nextCode(tasks.map(({ code }) => code)),
    titleVi: '',
    titleEn: '',
    owner: null,
    gate: null,
    anchor: 'T',
    days: null,
    after: [],
    evidence: null,
    reason: '',
  });
  const put = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const act = useAct('exercises', file.id, w.addedDone(draft.code), onClose);
  const command = commandOf(draft);
  const [asked] = useDebouncedValue(commandOf({ ...draft, reason: '' }), 400);
  const { data: preview } = usePreview('exercises', file.id, asked);
  const due = preview?.accepted ? preview.effects?.added.find(({ task }) => task === draft.code)?.due : undefined;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command)}
      title={w.add}
      button={w.addThis(draft.code)}
      error={act.error}
      sending={act.sending}
      disabled={!command || draft.reason.trim() === ''}
      dirty={draft.titleVi !== '' || draft.reason !== ''}
    >
      <Group align="flex-start" wrap="wrap">
        <TextInput
          label={w.newCode}
          value={draft.code}
          onChange={({ currentTarget }) => put({ code: currentTarget.value.toUpperCase().trim() })}
          error={/^[A-Z]{1,2}\d{2,3}$/.test(draft.code) ? undefined : w.codeForm}
          w="7rem"
          required
        />
        <TextInput
          label={w.title}
          value={draft.titleVi}
          onChange={({ currentTarget }) => put({ titleVi: currentTarget.value })}
          maxLength={200}
          flex="1 1 18rem"
          required
          data-autofocus
        />
      </Group>
      <TextInput
        label={w.titleEn}
        value={draft.titleEn}
        onChange={({ currentTarget }) => put({ titleEn: currentTarget.value })}
        maxLength={200}
      />
      <BodySelect file={file} label={w.body} value={draft.owner} onChange={(owner) => put({ owner })} />
      <Select
        label={w.ofGate}
        value={draft.gate}
        onChange={(gate) => put({ gate })}
        data={file.gates
          .filter(({ passed }) => !passed)
          .map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }))}
        required
      />
      <Group align="flex-end" wrap="wrap">
        <NumberInput
          label={w.howMany}
          value={draft.days ?? ''}
          onChange={(days) => put({ days: typeof days === 'number' ? days : null })}
          min={0}
          max={500}
          allowDecimal={false}
          allowNegative={false}
          w="9rem"
          required
        />
        <SegmentedControl
          aria-label={w.anchor}
          value={draft.anchor}
          onChange={(anchor) => put({ anchor: anchor === 'E' ? 'E' : 'T' })}
          data={[
            { value: 'T', label: w.beforeT },
            { value: 'E', label: w.afterE },
          ]}
        />
        {due && (
          <Text component="output" fw={600}>
            {w.dueWould(longDate(due, language))}
          </Text>
        )}
      </Group>
      <MultiSelect
        label={w.afterTasks}
        value={[...draft.after]}
        onChange={(after) => put({ after })}
        data={tasks.map(({ code, title }) => ({ value: code, label: `${code} ${say(title)}` }))}
        searchable
        maxDropdownHeight={280}
      />
      <Select
        label={w.evidence}
        value={draft.evidence}
        onChange={(evidence) => put({ evidence })}
        data={kindsIn(tasks, say)}
        placeholder={w.noEvidence}
        clearable
        searchable
      />
      <ReasonField value={draft.reason} onChange={(reason) => put({ reason })} />
      {preview && !preview.accepted && command && <Broken error={new Refused(preview.problem)} />}
    </ActDialog>
  );
};
