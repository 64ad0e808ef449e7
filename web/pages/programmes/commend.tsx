/** Commendations: counted, with the decision that names them; and the form that records one. */
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../parts/count-field.tsx';
import { emptyPaper, paperSent } from '../../parts/paper-fields.tsx';
import { RadioChoice } from '../../parts/radio-choice.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { nextNumber } from './dialogs.tsx';
import { PaperSet } from './paper-set.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

export const Commendations = ({ rows }: { readonly rows: Programme['commendations'] }): ReactNode => {
  const w = useWords(said);
  if (rows.length === 0) return <Text>{w.nothing}</Text>;
  return (
    <ul className="field-errors">
      {rows.map(({ id, form, authority, count, kind, paper }) => (
        <li key={id}>
          {w.commendation(form, count, w[kind], paper.number)} ({authority})
        </li>
      ))}
    </ul>
  );
};

const MOST = 1_000;
type Kind = 'collective' | 'individual';

const CommendDialog = ({
  file,
  review,
  onClose,
}: {
  readonly file: Programme;
  readonly review?: string | undefined;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const [kind, setKind] = useState<Kind>('collective');
  const [form, setForm] = useState('Giấy khen');
  const [authority, setAuthority] = useState('');
  const [typed, setTyped] = useState('');
  const [paper, setPaper] = useState(emptyPaper);
  const [at, setAt] = useState<string | null>(review ?? null);
  const [commendation] = useState(() =>
    nextNumber(
      'KT',
      file.commendations.map(({ id }) => id),
    ),
  );
  const act = useAct('programmes', file.id, w.commended, onClose);
  const count = readCount(typed);
  const decision = paperSent(paper);
  const isCounted = count !== null && count >= 1 && count <= MOST;
  const send = (): void => {
    if (!decision || !isCounted) return;
    act.send({
      ...{ type: 'RecordCommendation', commendation, kind, form: form.trim(), authority: authority.trim(), count },
      paper: decision,
      ...(at ? { review: at } : {}),
    });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.commend}
      button={w.commend}
      error={act.error}
      sending={act.sending}
      disabled={!decision || !isCounted || form.trim() === '' || authority.trim() === ''}
      dirty={authority !== '' || typed !== ''}
    >
      <RadioChoice
        label={w.commendedWhom}
        options={[
          ['collective', w.collective],
          ['individual', w.individual],
        ]}
        value={kind}
        onChange={setKind}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          id="field-form"
          label={w.commendForm}
          value={form}
          onChange={({ currentTarget }) => setForm(currentTarget.value)}
          maxLength={80}
          required
          miw="12rem"
        />
        <CountField
          id="field-count"
          label={w.count}
          value={typed}
          onChange={setTyped}
          error={typed !== '' && !isCounted}
          required
        />
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
      <PaperSet legend={w.decision} paper={paper} onChange={setPaper} />
      {review === undefined && (
        <Select
          id="field-review"
          label={w.ofReview}
          placeholder={w.noReview}
          data={file.reviews.map(({ review: value, name }) => ({ value, label: say(name) }))}
          value={at}
          onChange={setAt}
          clearable
        />
      )}
    </ActDialog>
  );
};

/** Nothing for who does not keep the file. */
export const Commend = ({ file, review }: { readonly file: Programme; readonly review?: string }): ReactNode => {
  const w = useWords(acts);
  const { keeps } = useRights(file);
  const [opened, setOpened] = useState(false);
  if (!keeps) return null;
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        {w.commend}
      </Button>
      {opened && <CommendDialog file={file} review={review} onClose={() => setOpened(false)} />}
    </>
  );
};
