/** One task of a version being written. */
import { Checkbox, MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BODIES } from '../../../../domain/labels/bodies.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { type Content, nextCode, offsetText, readOffset, type Task } from './draft.ts';
import { said } from './words.ts';

const OWNERS = Object.keys(BODIES) as Task['owner'][]; // keys of a record over the codes

export const TaskDialog = ({
  content,
  task,
  onKeep,
  onClose,
}: {
  readonly content: Content;
  /** Null: a new one. */
  readonly task: Task | null;
  readonly onKeep: (task: Task) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [first] = content.tasks;
  const [code] = useState(task?.code ?? nextCode(content.tasks));
  const [titleVi, setTitleVi] = useState(task?.titleVi ?? '');
  const [titleEn, setTitleEn] = useState(task?.titleEn ?? '');
  const [owner, setOwner] = useState<Task['owner']>(task?.owner ?? 'SA');
  const [after, setAfter] = useState<readonly string[]>(task?.after ?? []);
  const [due, setDue] = useState(task ? offsetText(task.due) : '');
  const [gate, setGate] = useState(task?.gate ?? content.gates[0]?.code ?? 'G0');
  const [evidence, setEvidence] = useState(task?.evidence ?? first?.evidence);
  const [secret, setSecret] = useState(task?.secret ?? false);
  const offset = readOffset(due);
  const kinds = new Map(content.tasks.map((each) => [each.evidence.kind, each.evidence]));
  const ready = titleVi.trim() && titleEn.trim() && offset && evidence;
  const send = (): void => {
    if (!ready || !evidence || !offset) return;
    const rest = task ?? { basis: 'TDE' as const };
    onKeep({
      ...rest,
      code,
      titleVi: titleVi.trim(),
      titleEn: titleEn.trim(),
      owner,
      after,
      due: offset,
      evidence,
      gate,
      secret,
    });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={task ? w.editN(code) : `${w.add} ${code}`}
      button={w.keep}
      error={null}
      sending={false}
      disabled={!ready}
      size="50rem"
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={w.titleVi}
          value={titleVi}
          onChange={({ currentTarget }) => setTitleVi(currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
        />
        <TextInput
          label={w.titleEn}
          value={titleEn}
          onChange={({ currentTarget }) => setTitleEn(currentTarget.value)}
          maxLength={200}
          required
        />
        <Select
          label={w.owner}
          value={owner}
          data={OWNERS.map((each) => ({ value: each, label: `${BODIES[each][language].name} (${each})` }))}
          onChange={(next) => setOwner(OWNERS.find((each) => each === next) ?? owner)}
          searchable
          allowDeselect={false}
        />
        <Select
          label={w.gate}
          value={gate}
          data={content.gates.map((each) => ({
            value: each.code,
            label: `${each.code} ${language === 'vi' ? each.nameVi : each.nameEn}`,
          }))}
          onChange={(next) => setGate(content.gates.find((each) => each.code === next)?.code ?? gate)}
          allowDeselect={false}
        />
        <TextInput
          label={w.due}
          description={w.dueWhat}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={due}
          onChange={({ currentTarget }) => setDue(currentTarget.value)}
          error={due !== '' && !offset ? w.dueWrong : null}
          required
        />
        <MultiSelect
          label={w.after}
          value={[...after]}
          data={content.tasks
            .filter((each) => each.code !== code)
            .map((each) => ({
              value: each.code,
              label: `${each.code} ${language === 'vi' ? each.titleVi : each.titleEn}`,
            }))}
          onChange={setAfter}
          searchable
          hidePickedOptions
        />
        <Select
          label={w.evidenceKind}
          value={evidence?.kind ?? null}
          data={[...kinds.values()].map((each) => ({
            value: each.kind,
            label: language === 'vi' ? each.labelVi : each.labelEn,
          }))}
          onChange={(kind) => setEvidence([...kinds.values()].find((each) => each.kind === kind) ?? evidence)}
          allowDeselect={false}
          searchable
        />
        {evidence && (
          <TextInput
            label={w.labelVi}
            value={evidence.labelVi}
            onChange={({ currentTarget }) => setEvidence({ ...evidence, labelVi: currentTarget.value })}
            maxLength={200}
            required
          />
        )}
      </SimpleGrid>
      <Checkbox
        label={w.secretField}
        checked={secret}
        onChange={({ currentTarget }) => setSecret(currentTarget.checked)}
      />
    </ActDialog>
  );
};
