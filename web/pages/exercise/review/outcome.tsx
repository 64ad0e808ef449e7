/** Chapters 8–10: lessons, proposals to an authority, awards. */
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Rows } from '../../../parts/rows.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { dateText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { OfReview } from './findings.tsx';
import { RecordAward, RecordLesson, RecordProposal } from './outcome-dialogs.tsx';
import { mayAward, mayWrite } from './rights.ts';
import { said } from './words.ts';

/** Whether the dialog is open, how to open it, and whether acts are offered at all. */
const useOpened = (): readonly [boolean, (opened: boolean) => void, boolean] => {
  const [opened, setOpened] = useState(false);
  return [opened, setOpened, useAsOf() === undefined];
};

const AddButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode => (
  <Button variant="default" onClick={onClick} className="no-print" mb="sm">
    {label}
  </Button>
);

export const Lessons = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const [opened, setOpened, isNow] = useOpened();
  const { lessons } = of.review;
  return (
    <>
      {isNow && mayWrite(of.review) && <AddButton label={w.addLesson} onClick={() => setOpened(true)} />}
      {lessons.length === 0 ? (
        <Text c="dimmed">{w.noLessons}</Text>
      ) : (
        <ul className="lines">
          {lessons.map(({ id, text, finding }) => (
            <li key={id}>
              <b className="figures">{id}</b> {text}
              {finding && (
                <span className="quiet">
                  {' '}
                  · {w.fromFinding.toLowerCase()} {finding}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {opened && <RecordLesson {...of} onClose={() => setOpened(false)} />}
    </>
  );
};

export const Proposals = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [opened, setOpened, isNow] = useOpened();
  const { proposals } = of.review;
  return (
    <>
      {isNow && mayWrite(of.review) && <AddButton label={w.addProposal} onClick={() => setOpened(true)} />}
      {proposals.length === 0 ? (
        <Text c="dimmed">{w.noProposals}</Text>
      ) : (
        <Rows
          rows={proposals}
          rowKey={({ id }) => id}
          caption={w.c9}
          columns={[
            { key: 'text', head: w.text, isTitle: true, cell: ({ id, text }) => `${id} ${text}` },
            { key: 'to', head: w.to, cell: ({ to }) => to ?? '–' },
            { key: 'owner', head: w.pursues, cell: ({ ownerName }) => say(ownerName) },
            { key: 'due', head: w.due, cell: ({ due }) => dateText(due) },
          ]}
        />
      )}
      {opened && <RecordProposal {...of} onClose={() => setOpened(false)} />}
    </>
  );
};

export const Awards = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [opened, setOpened, isNow] = useOpened();
  const { awards } = of.review;
  return (
    <>
      {isNow && mayAward(of.review) && <AddButton label={w.addAward} onClick={() => setOpened(true)} />}
      {awards.length === 0 ? (
        <Text c="dimmed">{w.noAwards}</Text>
      ) : (
        <Rows
          rows={awards}
          rowKey={({ id }) => id}
          caption={w.c10}
          columns={[
            { key: 'form', head: w.form, isTitle: true, cell: ({ form }) => form },
            { key: 'kind', head: w.awardKind, cell: ({ kind }) => w[kind] },
            { key: 'count', head: w.count, align: 'right', cell: ({ count }) => numberText(count, language) },
            { key: 'authority', head: w.authority, cell: ({ authority }) => authority },
            {
              ...{ key: 'paper', head: w.minutes },
              cell: ({ paper }) => `${paper.number}, ${dateText(paper.date)}`,
            },
          ]}
        />
      )}
      {opened && <RecordAward {...of} onClose={() => setOpened(false)} />}
    </>
  );
};
