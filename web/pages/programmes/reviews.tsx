/** The reviews of the term by their days; one of them opened as a workspace by `?ky=`. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { useView } from '../../parts/view.ts';
import { dateText, distanceText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Commend, Commendations } from './commend.tsx';
import { Quarters, Work } from './outcome.tsx';
import { Review } from './review.tsx';
import { type Programme, useRights } from './rights.ts';
import { ScheduleReview } from './schedule.tsx';
import { CloseProgramme } from './signing.tsx';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

/** Dialogs that are of no review. */
const ADDED = '+';
const CLOSED = '.';

/** Offered once the final review is finished. */
const mayClose = ({ reviews }: Programme): boolean =>
  reviews.some(({ kind, status }) => kind === 'final' && status === 'finished');

export const Reviews = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const a = useWords(acts);
  const { approves } = useRights(file);
  const [{ ky }, setView] = useView();
  const [dialog, setDialog] = useState<string | null>(null);
  const close = (): void => setDialog(null);
  const moved = file.reviews.find(({ review }) => review === dialog);
  if (ky !== undefined && file.reviews.some(({ review }) => review === ky)) return <Review file={file} review={ky} />;
  return (
    <Stack gap="lg">
      {approves && (
        <Group gap="sm" className="no-print">
          <Button size="compact-md" variant="default" onClick={() => setDialog(ADDED)}>
            {a.addReview}
          </Button>
          {mayClose(file) && (
            <Button size="compact-md" variant="default" onClick={() => setDialog(CLOSED)}>
              {a.closing}
            </Button>
          )}
        </Group>
      )}
      <Rows
        rows={file.reviews}
        rowKey={({ review }) => review}
        caption={w.reviews}
        columns={[
          { key: 'name', head: w.reviewName, isTitle: true, cell: ({ name }) => <Text fw={600}>{say(name)}</Text> },
          { key: 'state', head: w.state, cell: ({ statusLabel }) => say(statusLabel) },
          { key: 'opens', head: w.opensOn, cell: ({ opensOn }) => dateText(opensOn) },
          {
            key: 'due',
            head: w.due,
            cell: ({ due, status, workingDaysLeft }) =>
              status === 'planned' || status === 'open'
                ? `${dateText(due)} · ${distanceText(workingDaysLeft, language)}`
                : dateText(due),
          },
          {
            key: 'open',
            head: a.act,
            cell: ({ review, name, status }) => (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${w.openReview}: ${say(name)}`}
                  onClick={() => setView({ ky: review })}
                >
                  {w.openReview}
                </Button>
                {approves && status === 'planned' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={a.moveOf(say(name))}
                    onClick={() => setDialog(review)}
                  >
                    {a.move}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      <Section title={w.recommendations}>
        <Work file={file} rows={file.recommendations} />
      </Section>
      <Section title={w.quarters}>
        <Quarters quarters={file.quarters} />
      </Section>
      <Section title={w.commendations} aside={<Commend file={file} />}>
        <Commendations rows={file.commendations} />
      </Section>
      {dialog === ADDED && <ScheduleReview file={file} onClose={close} />}
      {dialog === CLOSED && <CloseProgramme file={file} onClose={close} />}
      {moved && <ScheduleReview key={moved.review} file={file} review={moved} onClose={close} />}
    </Stack>
  );
};
