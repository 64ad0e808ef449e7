/** The figures of a programme: what waits to be verified, the sheet of a period, and the exercises that count. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ImportLink } from '../../parts/import-link.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/language.tsx';
import { Waiting } from './check.tsx';
import { Counting } from './counting.tsx';
import { type Programme, useRights } from './rights.ts';
import { Sheet } from './sheet.tsx';
import { said } from './words.ts';

const ToVerify = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const { checks } = useRights(file);
  const waiting = file.indicators.flatMap(({ code, figures, cadence }) =>
    figures
      .filter((each) => each.waiting > 0 && (each.column !== 'term' || cadence === 'term'))
      .map(({ column }) => ({ indicator: code, column })),
  );
  if (waiting.length === 0 || !checks) return <Text>{w.nothingToVerify}</Text>;
  return waiting.map((each) => <Waiting key={`${each.indicator} ${each.column}`} file={file} {...each} />);
};

export const Entry = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const { body } = useRights(file);
  const isReported = file.indicators.some(({ source }) => source === 'reported');
  const mayReport = isReported && body !== null && file.phase === 'inForce';
  return (
    <Stack gap="lg">
      <Section title={w.verification}>
        <ToVerify file={file} />
      </Section>
      <Section
        title={w.sheet}
        what={w.sheetWhat}
        aside={mayReport && <ImportLink kind="indicator-values" programme={file.id} />}
      >
        {mayReport ? <Sheet file={file} /> : <Text>{w.nothingToReport}</Text>}
      </Section>
      <Counting file={file} />
    </Stack>
  );
};
