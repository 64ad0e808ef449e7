/** The conference at which the parties agreed, the signing with its reviews, and the end of a programme. */
import { Checkbox, Fieldset, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { emptyPaper, isTouched, paperSent } from '../../parts/paper-fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { Foretold, useForetold } from './foretold.tsx';
import { PaperSet } from './paper-set.tsx';
import type { Programme } from './rights.ts';
import { acts } from './words-acts.ts';

interface Dialog {
  readonly file: Programme;
  readonly onClose: () => void;
}

export const HoldConference = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const [date, setDate] = useState<string | null>(file.today);
  const [paper, setPaper] = useState(emptyPaper);
  const [present, setPresent] = useState<readonly string[]>(file.parties.map(({ body }) => body));
  const act = useAct('programmes', file.id, w.conferenceHeld, onClose);
  const minutes = paperSent(paper);
  const parties = file.parties.map(({ body }) => body).filter((body) => present.includes(body));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => date && minutes && act.send({ type: 'HoldConference', date, minutes, parties })}
      title={w.holdConference}
      button={w.holdConference}
      error={act.error}
      sending={act.sending}
      disabled={!date || !minutes || parties.length < 2}
      dirty={isTouched(paper)}
    >
      <DateField id="field-date" label={w.conferenceDate} value={date} onChange={setDate} max={file.today} required />
      <Checkbox.Group
        id="field-parties"
        label={w.conferenceParties}
        value={[...present]}
        onChange={setPresent}
        withAsterisk
      >
        <Stack gap="xs" mt={4}>
          {file.parties.map(({ body, name }) => (
            <Checkbox key={body} value={body} label={say(name)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <PaperSet legend={w.minutes} paper={paper} onChange={setPaper} path="minutes" />
    </ActDialog>
  );
};

/** Its reviews are told with their days before anything is recorded. */
export const SignProgramme = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(acts);
  const [draft, setDraft] = useState(emptyPaper);
  const [sixMonth, setSixMonth] = useState(true);
  const [yearly, setYearly] = useState(true);
  const [midTerm, setMidTerm] = useState<string | null>(null);
  const [final, setFinal] = useState<string | null>(null);
  const act = useAct('programmes', file.id, w.signedDone, onClose);
  const paper = paperSent(draft);
  const command = paper && {
    type: 'SignProgramme' as const,
    paper,
    reviews: { sixMonth, yearly, ...(midTerm ? { midTerm } : {}), ...(final ? { final } : {}) },
  };
  const foretold = useForetold(file.id, command);
  const { sound } = foretold;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && sound && act.send(command, { expectedVersion: sound.version })}
      title={w.sign}
      button={w.sign}
      error={act.error}
      sending={act.sending}
      disabled={!command || !sound}
      dirty={isTouched(draft)}
      size="xl"
    >
      <PaperSet legend={w.signPaper} paper={draft} onChange={setDraft} />
      <Fieldset legend={w.rhythm}>
        <Stack gap="sm">
          <Checkbox
            id="field-reviews.sixMonth"
            label={w.sixMonth}
            checked={sixMonth}
            onChange={({ currentTarget }) => setSixMonth(currentTarget.checked)}
          />
          <Checkbox
            id="field-reviews.yearly"
            label={w.yearly}
            checked={yearly}
            onChange={({ currentTarget }) => setYearly(currentTarget.checked)}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <DateField
              id="field-reviews.midTerm"
              label={w.midTerm}
              value={midTerm}
              onChange={setMidTerm}
              min={file.term.from}
              max={file.term.to}
            />
            <DateField
              id="field-reviews.final"
              label={w.final}
              value={final}
              onChange={setFinal}
              min={file.term.from}
            />
          </Group>
        </Stack>
      </Fieldset>
      <Foretold {...foretold} />
    </ActDialog>
  );
};

export const CloseProgramme = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(acts);
  const [draft, setDraft] = useState(emptyPaper);
  const act = useAct('programmes', file.id, w.closed, onClose);
  const paper = paperSent(draft);
  const command = paper && { type: 'CloseProgramme' as const, paper };
  const foretold = useForetold(file.id, command);
  const { sound } = foretold;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && sound && act.send(command, { expectedVersion: sound.version })}
      title={w.closing}
      button={w.closing}
      effect={w.closingWhat}
      error={act.error}
      sending={act.sending}
      disabled={!command || !sound}
      dirty={isTouched(draft)}
      danger
    >
      <PaperSet legend={w.closingPaper} paper={draft} onChange={setDraft} />
      <Foretold {...foretold} />
    </ActDialog>
  );
};
