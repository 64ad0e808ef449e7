/** "Soạn báo cáo": the report of a review, fetched as DOCX or PDF, and numbered by the clerk once the meeting was held. */
import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Refused, type Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { Section } from '../../parts/section.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { GiveNumber } from '../exercise/papers/give-number.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';

type List = Schemas['DocumentList'];
type Row = List['documents'][number];
type Choice = Row['choices'][number];
interface Of {
  readonly file: Programme;
  readonly review: Schemas['ProgrammeReview'];
}

const addressOf = (id: string, review: string, version: number, format: string): string =>
  `/api/v1/programmes/${encodeURIComponent(id)}/documents/programme-review.${format}?${new URLSearchParams({ of: review, version: String(version) })}`;

/** `version`: of a past day the one that is shown, else the numbered one or the newest. */
const Paper = ({
  file,
  review,
  list,
  row,
  choice,
}: Of & { readonly list: List; readonly row: Row; readonly choice: Choice }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const past = useAsOf() !== undefined;
  const [giving, setGiving] = useState(false);
  const { review: id } = review.review;
  const version = past ? review.version : choice.atVersion;
  const name = `${w.reportOf} ${say(review.review.name)}`;
  const mayGive = !past && review.held !== null && choice.number === null && acting?.body === `${row.office}.CLERK`;
  return (
    <>
      <Text size="sm">
        {choice.number
          ? w.numbered(choice.number.written, dateText(choice.number.date))
          : review.held
            ? w.notNumbered
            : w.draftReport}
      </Text>
      <Group gap="xs">
        {(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={addressOf(file.id, id, version, format)}
            download
            variant="default"
            leftSection={<IconDownload aria-hidden size={16} />}
            aria-label={`${name} ${format.toUpperCase()}`}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {mayGive && <Button onClick={() => setGiving(true)}>{w.giveNumber}</Button>}
      </Group>
      {giving && (
        <GiveNumber
          exercise={file.id}
          name={name}
          line={{ row, choice }}
          today={list.today}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
};

export const ReviewPaper = ({ file, review }: Of): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/programmes/{id}/documents', { path: { id: file.id } }, { keepLast: true });
  // who sees only his own part of the programme draws up no report of it
  if (review.review.status === 'planned' || (read.error instanceof Refused && read.error.problem.status === 403))
    return null;
  return (
    <Section title={w.drawUp}>
      <Shown read={read} lines={2}>
        {(list) => {
          const [row] = list.documents;
          const choice = row?.choices.find(({ of }) => of === review.review.review);
          return row && choice && <Paper file={file} review={review} list={list} row={row} choice={choice} />;
        }}
      </Shown>
    </Section>
  );
};
