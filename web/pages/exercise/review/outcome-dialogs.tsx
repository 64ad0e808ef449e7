/** Forms of lessons, proposals and awards. */
import { Group, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../parts/count-field.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import { nextId } from './chapters.ts';
import type { OfReview } from './findings.tsx';
import { said } from './words.ts';

type Dialog = OfReview & { readonly onClose: () => void };

const Words = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Textarea
      id="field-text"
      label={w.text}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maxLength={1000}
      autosize
      minRows={3}
      required
    />
  );
};

export const RecordLesson = ({ review, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const [id] = useState(() => nextId('L', review.lessons));
  const [text, setText] = useState('');
  const [finding, setFinding] = useState<string | null>(null);
  const act = useAct('reviews', review.id, w.findingDone, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'RecordLesson', lesson: id, text: text.trim(), ...(finding ? { finding } : {}) })}
      title={w.addLesson}
      button={w.findingThis(id)}
      error={act.error}
      sending={act.sending}
      disabled={text.trim() === ''}
      dirty={text !== ''}
    >
      <Words value={text} onChange={setText} />
      {review.findings.length > 0 && (
        <Select
          label={w.fromFinding}
          data={review.findings.map((each) => ({ value: each.id, label: `${each.id} ${each.text}` }))}
          value={finding}
          onChange={setFinding}
          clearable
        />
      )}
    </ActDialog>
  );
};

export const RecordProposal = ({ file, review, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [id] = useState(() => nextId('P', review.proposals));
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [to, setTo] = useState('');
  const act = useAct('reviews', review.id, w.findingDone, onClose);
  const send = (): void => {
    if (owner && due)
      act.send({
        ...{ type: 'RecordProposal', proposal: id, text: text.trim(), owner, due },
        ...(to.trim() ? { to: to.trim() } : {}),
      });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.addProposal}
      button={w.findingThis(id)}
      error={act.error}
      sending={act.sending}
      disabled={text.trim() === '' || !owner || !due}
      dirty={text !== ''}
    >
      <Words value={text} onChange={setText} />
      <TextInput
        id="field-to"
        label={w.to}
        placeholder="Bộ Chỉ huy Quân sự tỉnh"
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        maxLength={120}
      />
      <BodySelect file={file} label={w.pursues} value={owner} onChange={setOwner} />
      <DateField id="field-due" label={w.due} value={due} onChange={setDue} min={addDays(today, 1)} required />
    </ActDialog>
  );
};

export const RecordAward = ({ review, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const [id] = useState(() => nextId('W', review.awards));
  const [kind, setKind] = useState<'collective' | 'individual'>('collective');
  const [form, setForm] = useState('Giấy khen');
  const [authority, setAuthority] = useState('');
  const [typed, setTyped] = useState('');
  const [paper, setPaper] = useState(emptyPaper);
  const act = useAct('reviews', review.id, w.findingDone, onClose);
  const count = readCount(typed);
  const sent = paperSent(paper);
  const send = (): void => {
    if (count && sent)
      act.send({
        ...{ type: 'RecordAward', award: id, kind, form: form.trim(), authority: authority.trim() },
        ...{ paper: sent, count },
      });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.addAward}
      button={w.findingThis(id)}
      error={act.error}
      sending={act.sending}
      disabled={!count || !sent || form.trim() === '' || authority.trim() === ''}
      dirty={authority !== '' || typed !== ''}
    >
      <Radio.Group
        label={w.awardKind}
        value={kind}
        onChange={(value) => setKind(value === 'individual' ? 'individual' : 'collective')}
      >
        <Group mt={4} gap="lg">
          <Radio value="collective" label={w.collective} />
          <Radio value="individual" label={w.individual} />
        </Group>
      </Radio.Group>
      <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
        <TextInput
          id="field-form"
          label={w.form}
          value={form}
          onChange={({ currentTarget }) => setForm(currentTarget.value)}
          maxLength={80}
          required
          miw="12rem"
        />
        <CountField id="field-count" label={w.count} value={typed} onChange={setTyped} required />
      </Group>
      <TextInput
        id="field-authority"
        label={w.authority}
        placeholder="Chủ tịch UBND thành phố"
        value={authority}
        onChange={({ currentTarget }) => setAuthority(currentTarget.value)}
        maxLength={120}
        required
      />
      <PaperFields paper={paper} onChange={setPaper} withForm={false} />
    </ActDialog>
  );
};
