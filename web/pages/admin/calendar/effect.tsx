import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { useMe } from '../../../session/session.tsx';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Accepted = Extract<Schemas['Preview'], { accepted: true }>;

/** How many deadlines move, over all exercises. */
export const movedBy = ({ followUps }: Accepted): number =>
  followUps.reduce((total, { deadlines }) => total + deadlines, 0);

export const Effect = ({ preview }: { readonly preview: Accepted }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { acting } = useMe();
  const { data } = useRead('/api/v1/exercises', {}, { enabled: acting !== null });
  const nameOf = (stream: string): string => {
    const id = stream.slice(stream.indexOf('/') + 1);
    return data?.exercises.find((each) => each.id === id)?.theme ?? id;
  };
  const moved = movedBy(preview);
  const files = numberText(preview.followUps.length, language);
  return (
    <>
      <Title order={3} size="h5" mb={4}>
        {w.effect}
      </Title>
      <Text fw={600}>
        {preview.followUps.length === 0
          ? w.noFiles
          : moved === 0
            ? w.unmoved(files)
            : w.moved(numberText(moved, language), files)}
      </Text>
      <ul className="field-errors">
        {preview.followUps.map(({ stream, deadlines, refused }) => (
          <li key={stream}>
            {nameOf(stream)}:{' '}
            {refused
              ? refused.messages[language].what
              : deadlines === 0
                ? w.fileStays
                : w.fileMoves(numberText(deadlines, language))}
          </li>
        ))}
      </ul>
    </>
  );
};
