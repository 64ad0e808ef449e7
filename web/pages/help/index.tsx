/** `/tro-giup`: how each main job goes, what each sign means, the keys, whom to ask; searched without accents, printed whole. */
import { Button, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { TaskMark, type TaskStatus, type Verdict, VerdictMark } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Section } from '../../parts/section.tsx';
import { Empty } from '../../parts/shown.tsx';
import { useMe } from '../../session/session.tsx';
import { plain } from '../../words/format.ts';
import { kept } from '../../words/kept.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { JOBS, type Job, KEYS, said, WHOM } from './words.ts';

const STATES: readonly TaskStatus[] = ['waiting', 'open', 'started', 'submitted', 'returned', 'verified', 'waived'];
const VERDICTS: readonly Verdict[] = ['green', 'amber', 'red', 'none'];

const Jobs = ({ jobs }: { readonly jobs: readonly Job[] }): ReactNode => {
  const side = useLanguage().language === 'vi' ? 0 : 1;
  return (
    <Stack gap="md">
      {jobs.map((job) => (
        <div key={job.title[0]} className="keep-together">
          <Title order={3} size="h5" mb={4}>
            {job.title[side]}
          </Title>
          <List type="ordered" spacing={4}>
            {job.steps.map((step) => (
              <List.Item key={step[0]}>{step[side]}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
};

interface Line {
  readonly key: string;
  readonly mark: ReactNode;
  readonly text: string;
}
const Lines = ({
  lines,
  head,
  caption,
}: {
  readonly lines: readonly Line[];
  readonly head: readonly [string, string];
  readonly caption: string;
}): ReactNode => {
  const columns: readonly Column<Line>[] = [
    { key: 'mark', head: head[0], isTitle: true, cell: ({ mark }) => mark, width: 220 },
    { key: 'text', head: head[1], cell: ({ text }) => text },
  ];
  return <Rows rows={lines} columns={columns} rowKey={({ key }) => key} caption={caption} minWidth={360} />;
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const side = language === 'vi' ? 0 : 1;
  const { group, isAdmin } = useMe();
  const [typed, setTyped] = useState('');
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  const fits = (...texts: readonly string[]): boolean => {
    const text = plain(texts.join(' '));
    return asked.every((word) => text.includes(word));
  };
  const own: readonly Job[] = [...JOBS[group ?? 'department'], ...(isAdmin && group !== 'admin' ? JOBS.admin : [])];
  const jobs = own.filter(({ title, steps }) => fits(title[side], ...steps.map((step) => step[side])));
  const states = STATES.filter((state) => fits(w[state], w.taskSigns)).map((state) => ({
    ...{ key: state, text: w[state] },
    mark: <TaskMark status={state} />,
  }));
  const meanings = { green: w.green, amber: w.amber, red: w.red, none: w.noData };
  const verdicts = VERDICTS.filter((each) => fits(meanings[each], w.verdictSigns)).map((each) => ({
    ...{ key: each, text: meanings[each] },
    mark: <VerdictMark verdict={each} />,
  }));
  const keys = KEYS.filter(([key, what]) => fits(key, what[side])).map(([key, what]) => ({
    ...{ key, text: what[side] },
    mark: <kbd>{key}</kbd>,
  }));
  const whom = WHOM.filter((each) => fits(each[side]));
  const found = jobs.length + states.length + verdicts.length + keys.length + whom.length;
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>
            {w.print}
          </Button>
        }
      />
      <SearchField label={w.search} clear={w.clear} value={typed} onChange={setTyped} />
      {found === 0 && <Empty>{w.none}</Empty>}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack gap="lg">
          {jobs.length > 0 && (
            <Section title={w.jobs}>
              <Jobs jobs={jobs} />
            </Section>
          )}
          {whom.length > 0 && (
            <Section title={w.whom}>
              <List spacing={4}>
                {whom.map((each) => (
                  <List.Item key={each[0]}>{each[side]}</List.Item>
                ))}
              </List>
            </Section>
          )}
        </Stack>
        <Stack gap="lg">
          {states.length > 0 && (
            <Section title={w.taskSigns}>
              <Lines lines={states} head={[w.sign, w.means]} caption={w.taskSigns} />
            </Section>
          )}
          {verdicts.length > 0 && (
            <Section title={w.verdictSigns}>
              <Lines lines={verdicts} head={[w.sign, w.means]} caption={w.verdictSigns} />
            </Section>
          )}
          {keys.length > 0 && (
            <Section title={w.keys}>
              {kept('keys') === 'off' && <Text c="dimmed">{w.keysOff}</Text>}
              <Lines lines={keys} head={[w.key, w.does]} caption={w.keys} />
            </Section>
          )}
        </Stack>
      </SimpleGrid>
    </>
  );
};
