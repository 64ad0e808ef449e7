/** Parts of the installation in words, figures people ask for, and where engineers look further. */
import { Anchor, Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconCircleX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Section } from '../../../parts/section.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { timeText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { Figures } from './figures.tsx';
import { useHealth } from './health.ts';
import { said } from './words.ts';

type Part = Schemas['Ready']['parts'][number];
const NAMED = ['postgresql', 'temporal', 'embedded postgres', 'embedded temporal', 'sample', 'readiness'] as const;

const Parts = ({ parts }: { readonly parts: readonly Part[] }): ReactNode => {
  const w = useWords(said);
  const detail = ({ ok, detail: text }: Part): string => {
    if (ok) return '–';
    if (text.startsWith('no worker')) return w.noWorker;
    return text.startsWith('no answer') ? `${w.noAnswer} (${text})` : text;
  };
  const columns: readonly Column<Part>[] = [
    {
      key: 'name',
      head: w.part,
      isTitle: true,
      cell: ({ name }) => {
        const known = NAMED.find((each) => each === name);
        return known ? w[known] : name;
      },
    },
    {
      key: 'state',
      head: w.state,
      cell: ({ ok }) => (
        <Sign icon={ok ? IconCheck : IconCircleX} hue={ok ? 'green' : 'red'}>
          {ok ? w.works : w.fails}
        </Sign>
      ),
    },
    { key: 'detail', head: w.detail, cell: detail },
  ];
  return <Rows rows={parts} columns={columns} rowKey={({ name }) => name} caption={w.parts} />;
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const read = useHealth();
  const ok = read.data?.ready.ok;
  return (
    <>
      <PageHead
        title={w.title}
        aside={
          ok !== undefined && (
            <Sign icon={ok ? IconCheck : IconCircleX} hue={ok ? 'green' : 'red'} strong>
              {ok ? w.ok : w.notOk}
            </Sign>
          )
        }
        actions={
          <Button
            variant="default"
            leftSection={<IconRefresh aria-hidden size={18} />}
            loading={read.isFetching}
            onClick={() => void read.refetch()}
          >
            {w.again}
          </Button>
        }
      />
      <Shown read={read}>
        {(health) => (
          <Stack gap="lg">
            <Text size="sm" c="dimmed">
              {w.checked(timeText(new Date(health.at).toISOString()))}
            </Text>
            <Section title={w.parts}>
              <Parts parts={health.ready.parts} />
            </Section>
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
              <Figures health={health} />
              <Stack gap="lg">
                <Section title={w.integrity} what={w.integrityWhat}>
                  <Code block>npm run verify</Code>
                  <Text size="sm">{w.integrityOne}</Text>
                </Section>
                <Section title={w.backups} what={w.backupsWhat} />
                <Section title={w.links}>
                  <Group gap="lg">
                    <Anchor href="/docs">{w.docs}</Anchor>
                    <Anchor href="/metrics">{w.metrics}</Anchor>
                    <Anchor href="/readyz">{w.ready}</Anchor>
                  </Group>
                </Section>
              </Stack>
            </SimpleGrid>
          </Stack>
        )}
      </Shown>
    </>
  );
};
