/** The reviews of the term by their days; one of them opened as a workspace by `?ky=`. */
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { useView } from '../../parts/view.ts';
import { dateText, distanceText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Commendations, Quarters, Work } from './outcome.tsx';
import { Review } from './review.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';

export const Reviews = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [{ ky }, setView] = useView();
  if (ky !== undefined && file.reviews.some(({ review }) => review === ky)) return <Review file={file} review={ky} />;
  return (
    <Stack gap="lg">
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
            head: '',
            cell: ({ review, name }) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${w.openReview}: ${say(name)}`}
                onClick={() => setView({ ky: review })}
              >
                {w.openReview}
              </Button>
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
      <Section title={w.commendations}>
        <Commendations rows={file.commendations} />
      </Section>
    </Stack>
  );
};
