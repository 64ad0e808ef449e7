/** Forms of lessons, proposals and awards. */
import { Group, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CountField, readCount } from '../../../parts/count-field.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { RadioChoice } from '../../../parts/radio-choice.tsx';
import { useMe } from '../../../session/session.tsx';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import { nextId } from './chapters.ts';
import type { OfReview } from './findings.tsx';
import { RecordDialog, WordsField } from './record-dialog.tsx';
import { said } from './words.ts';

type Dialog = OfReview & { readonly onClose: () => void };

export const RecordLesson = ({ review, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const [id] = useState(() => nextId('L', review.lessons));
  const [text, setText] = useState('');
  const [finding, setFinding] = useState<string | null>(null);
  const trimmed = text.trim();
  return (
    <RecordDialog
      {...{ review: review.id, onClose, id }}
      title={w.addLesson}
      command={
        trimmed === '' ? null : { type: 'RecordLesson', lesson: id, text: trimmed, ...(finding ? { finding } : {}) }
      }
      isTouched={text !== ''}
    >
      <WordsField value={text} onChange={setText} />
      {review.findings.length > 0 && (
        <Select
          label={w.fromFinding}
          data={review.findings.map((each) => ({ value: each.id, label: `${each.id} ${each.text}` }))}
          value={finding}
          onChange={setFinding}
          clearable
        />
      )}
    </RecordDialog>
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
  const trimmed = text.trim();
  const command =
    trimmed === '' || !owner || !due
      ? null
      : {
          ...{ type: 'RecordProposal' as const, proposal: id, text: trimmed, owner, due },
          ...(to.trim() ? { to: to.trim() } : {}),
        };
  return (
    <RecordDialog {...{ review: review.id, onClose, id, command }} title={w.addProposal} isTouched={text !== ''}>
      <WordsField value={text} onChange={setText} />
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
    </RecordDialog>
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
  const count = readCount(typed);
  const sent = paperSent(paper);
  const isNamed = form.trim() !== '' && authority.trim() !== '';
  const command =
    count && sent && isNamed
      ? {
          ...{ type: 'RecordAward' as const, award: id, kind, form: form.trim(), authority: authority.trim() },
          ...{ paper: sent, count },
        }
      : null;
  return (
    <RecordDialog
      {...{ review: review.id, onClose, id, command }}
      title={w.addAward}
      isTouched={authority !== '' || typed !== ''}
    >
      <RadioChoice
        label={w.awardKind}
        options={[
          ['collective', w.collective],
          ['individual', w.individual],
        ]}
        value={kind}
        onChange={setKind}
      />
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
    </RecordDialog>
  );
};
