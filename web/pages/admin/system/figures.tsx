import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { Fact } from '../../../parts/marks.tsx';
import { Section } from '../../../parts/section.tsx';
import { useMe } from '../../../session/session.tsx';
import { instantText, numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import type { Health } from './health.ts';
import { said } from './words.ts';

const BEYOND_MS = 120_000;

export const Figures = ({ health: { figures, ahead } }: { readonly health: Health }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { version } = useMe();
  const clock = useRead('/api/v1/clock');
  const known = (value: number | null): string => (value === null ? w.unknown : numberText(value, language));
  return (
    <Section title={w.figures}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Fact label={w.position}>{known(figures.position)}</Fact>
        <Fact label={w.streams}>{known(figures.streams)}</Fact>
        <Fact label={w.version}>{version}</Fact>
        <Fact label={w.startedAt}>
          {figures.startedAt === null ? w.unknown : instantText(new Date(figures.startedAt * 1_000).toISOString())}
        </Fact>
        <Fact label={w.memory}>
          {figures.memory === null ? w.unknown : w.memoryMB(numberText(figures.memory / 1_048_576, language))}
        </Fact>
        <Fact label={w.data}>
          {clock.data ? (clock.data.sample === null ? w.ownData : w.sampleData(clock.data.sample)) : w.unknown}
        </Fact>
        <Fact label={w.businessTime}>
          {clock.data ? (
            <>
              {instantText(clock.data.now)}
              <div className="quiet">{clock.data.isSampleClock ? w.sampleClock : w.realClock}</div>
            </>
          ) : (
            w.unknown
          )}
        </Fact>
        <Fact label={w.difference}>
          {ahead === null
            ? w.unknown
            : Math.abs(ahead) > BEYOND_MS
              ? w.differs(Math.round(Math.abs(ahead) / 60_000))
              : w.agrees}
        </Fact>
      </SimpleGrid>
    </Section>
  );
};
