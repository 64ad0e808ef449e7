/** Limits of earlier exercises, tried again in this one. */
import { Button, Textarea, TextInput, Title } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleX, IconMinus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { RadioChoice } from '../../../parts/radio-choice.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { mayRetest } from './rights.ts';
import { said } from './words.ts';

type Carried = File['carried'][number];

const Retest = ({
  file,
  carried,
  onClose,
}: {
  readonly file: File;
  readonly carried: Carried;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [passed, setPassed] = useState(true);
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useAct('exercises', file.id, w.retestDone, onClose);
  const { fromReview, action } = carried;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({
          ...{ type: 'RecordRetest', fromReview, action, passed, note: note.trim() },
          ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
        })
      }
      title={`${w.retest}: ${action}`}
      button={w.retestThis(passed)}
      effect={carried.text}
      error={act.error}
      sending={act.sending}
      disabled={note.trim() === ''}
      dirty={note !== '' || evidence !== ''}
    >
      <RadioChoice
        label={w.retestResult}
        options={[
          ['yes', w.retestPassed],
          ['no', w.retestFailed],
        ]}
        value={passed ? 'yes' : 'no'}
        onChange={(value) => setPassed(value === 'yes')}
      />
      <Textarea
        id="field-note"
        label={w.retestNote}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
      />
      <TextInput
        id="field-evidence"
        label={w.retestEvidence}
        value={evidence}
        onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
        maxLength={300}
      />
    </ActDialog>
  );
};

export const RetestMark = ({ carried }: { readonly carried: Pick<Carried, 'retest' | 'ended'> }): ReactNode => {
  const w = useWords(said);
  if (carried.retest)
    return carried.retest.passed ? (
      <Sign icon={IconCheck} hue="green">
        {w.retestPassed}
      </Sign>
    ) : (
      <Sign icon={IconCircleX} hue="red">
        {w.retestFailed}
      </Sign>
    );
  if (carried.ended)
    return (
      <Sign icon={IconMinus} hue="grey">
        {w.endedElse}
      </Sign>
    );
  return (
    <Sign icon={IconCircle} hue="blue">
      {w.notRetested}
    </Sign>
  );
};

export const CarriedLimits = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const [opened, setOpened] = useState<Carried | null>(null);
  if (file.carried.length === 0) return null;
  const may = asOf === undefined && (file.phase === 'running' || file.phase === 'reviewing') && mayRetest(file);
  return (
    <section aria-labelledby="carried-title">
      <Title order={2} className="section-title" id="carried-title">
        {w.carried}
      </Title>
      <ul className="lines">
        {file.carried.map((carried) => (
          <li key={`${carried.fromReview}/${carried.action}`}>
            <div className="two-ends">
              <span>{carried.text}</span>
              <RetestMark carried={carried} />
            </div>
            <div className="two-ends quiet">
              <span>
                {w.from2}{' '}
                <PageLink
                  to="/dien-tap/$id/$tab"
                  params={{ id: carried.fromReview, tab: 'rut-kinh-nghiem' }}
                  search={{ 'hanh-dong': carried.action } as never} // the root's search
                >
                  {carried.fromReview}, {carried.action}
                </PageLink>
                {carried.measure && ` · ${w.measure}: ${carried.measure}`}
                {carried.retest && ` · ${carried.retest.note}`}
              </span>
              {may && carried.ended === null && !carried.retest?.passed && (
                <Button size="compact-sm" variant="default" onClick={() => setOpened(carried)} className="no-print">
                  {w.retest}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {opened && <Retest file={file} carried={opened} onClose={() => setOpened(null)} />}
    </section>
  );
};
