/** "Soạn từ mẫu": papers that the file can already give, looked at in place, fetched, and numbered by the clerk. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Refused, type Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useMe } from '../../../session/session.tsx';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './drawn-up-words.ts';
import { GiveNumber } from './give-number.tsx';
import './drawn-up.css';

type Row = Schemas['DocumentRow'];
type Choice = Row['choices'][number];
/** One paper that can be made, or one kind that cannot be made yet. */
export interface Line {
  readonly row: Row;
  readonly choice: Choice | null;
}

export const addressOf = (id: string, { row, choice }: Line, format: 'docx' | 'pdf', inline = false): string => {
  const query = new URLSearchParams({
    version: String(choice?.atVersion ?? 1),
    ...(choice?.of ? { of: choice.of } : {}),
    ...(inline ? { inline: '1' } : {}),
  });
  return `/api/v1/exercises/${encodeURIComponent(id)}/documents/${row.kind}.${format}?${query}`;
};

const linesOf = (rows: readonly Row[]): Line[] =>
  rows.flatMap((row): Line[] =>
    row.choices.length > 0 ? row.choices.map((choice) => ({ row, choice })) : [{ row, choice: null }],
  );

const NumberShown = ({ line }: { readonly line: Line }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { row, choice } = line;
  if (!choice) return <Text size="sm">{say(row.missing ?? { vi: '', en: '' })}</Text>;
  if (choice.number)
    return <span className="figures">{w.ofDay(choice.number.written, dateText(choice.number.date))}</span>;
  return <>{row.symbol === null ? w.noNumber : w.draft}</>;
};

const Acts = ({
  id,
  name,
  line,
  mayGive,
  onLook,
  onGive,
}: {
  readonly id: string;
  readonly name: string;
  readonly line: Line;
  readonly mayGive: boolean;
  readonly onLook: () => void;
  readonly onGive: () => void;
}): ReactNode => {
  const w = useWords(said);
  if (!line.choice) return null;
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconEye aria-hidden size={16} />}
        aria-label={w.lookAt(name)}
        onClick={onLook}
      >
        {w.look}
      </Button>
      {(['docx', 'pdf'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={addressOf(id, line, format)}
          download
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload aria-hidden size={16} />}
          aria-label={w[format](name)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {mayGive && line.row.symbol !== null && !line.choice.number && (
        <Button size="compact-sm" aria-label={w.giveTo(name)} onClick={onGive}>
          {w.give}
        </Button>
      )}
    </Group>
  );
};

const keyOf = ({ row, choice }: Line): string => `${row.kind}/${choice?.of ?? ''}`;

export const DrawnUp = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const read = useRead('/api/v1/exercises/{id}/documents', { path: { id: file.id } }, { keepLast: true });
  const [looked, setLooked] = useState<string | null>(null);
  const [numbered, setNumbered] = useState<Line | null>(null);
  // who sees only his own part of the file draws up none of its papers
  if (read.error instanceof Refused && read.error.problem.status === 403) return null;
  const nameOf = ({ row, choice }: Line): string =>
    choice?.name ? `${say(row.name)} – ${choice.name}` : say(row.name);
  const lines = linesOf(read.data?.documents ?? []);
  const open = lines.find((line) => keyOf(line) === looked);
  const columns: readonly Column<Line>[] = [
    { key: 'kind', head: w.kind, isTitle: true, width: '36%', cell: nameOf },
    { key: 'number', head: w.number, cell: (line) => <NumberShown line={line} /> },
    {
      key: 'acts',
      head: w.acts,
      cell: (line) => (
        <Acts
          id={file.id}
          name={nameOf(line)}
          line={line}
          mayGive={acting?.body === `${line.row.office}.CLERK`}
          onLook={() => setLooked(keyOf(line) === looked ? null : keyOf(line))}
          onGive={() => setNumbered(line)}
        />
      ),
    },
  ];
  return (
    <section aria-labelledby="drawn-up-title">
      <Title order={2} className="section-title" id="drawn-up-title">
        {w.title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {w.explain}
      </Text>
      <Shown read={read} lines={8}>
        {() => (
          <Stack gap="md">
            {open?.choice && (
              <iframe
                src={addressOf(file.id, open, 'pdf', true)}
                title={w.preview(nameOf(open))}
                className="paper-preview"
              />
            )}
            <Rows
              rows={lines}
              columns={columns}
              rowKey={keyOf}
              caption={w.table}
              isSelected={(line) => keyOf(line) === looked}
            />
          </Stack>
        )}
      </Shown>
      {numbered?.choice && read.data && (
        <GiveNumber
          exercise={file.id}
          name={nameOf(numbered)}
          line={numbered}
          today={read.data.today}
          onClose={() => setNumbered(null)}
        />
      )}
    </section>
  );
};
