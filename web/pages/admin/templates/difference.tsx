/** Two versions side by side, in words: one line for each field that differs. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { bodyWords } from '../../../words/bodies.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

interface Line {
  readonly key: string;
  readonly code: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export const Difference = ({
  id,
  from,
  to,
}: {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const read = useRead('/api/v1/templates/{id}/difference', {
    path: { id },
    query: { from: String(from), to: String(to) },
  });
  const names = {
    title: w.title2,
    owner: w.owner,
    after: w.after,
    due: w.due,
    evidence: w.evidence,
    gate: w.gate,
    secret: w.secret,
    rehearsal: w.rehearsal,
  };
  /** Titles and evidence come as `vi / en`. */
  const shown = (field: keyof typeof names, text: string): string => {
    if (field === 'owner' && text) return say(bodyWords(text));
    if (field !== 'title' && field !== 'evidence') return text || '–';
    const [vi = '', en = ''] = text.split(' / ');
    return (language === 'vi' ? vi : en) || '–';
  };
  const columns: readonly Column<Line>[] = [
    { key: 'code', head: w.code, isTitle: true, cell: ({ code }) => <strong>{code}</strong>, width: 70 },
    { key: 'field', head: w.field, cell: ({ field }) => field },
    { key: 'from', head: w.fromCol(from), cell: (line) => line.from },
    { key: 'to', head: w.fromCol(to), cell: (line) => line.to },
  ];
  return (
    <Shown read={read}>
      {({ added, dropped, changed, gates, ladderChanged, scoreSheetChanged }) => {
        const titleOf = (task: (typeof added)[number]): string => (language === 'vi' ? task.titleVi : task.titleEn);
        const lines: Line[] = [
          ...added.map((task) => ({
            key: `+${task.code}`,
            code: task.code,
            field: w.added,
            from: '–',
            to: titleOf(task),
          })),
          ...dropped.map((task) => ({
            key: `-${task.code}`,
            code: task.code,
            field: w.dropped,
            from: titleOf(task),
            to: '–',
          })),
          ...changed.flatMap(({ code, fields }) =>
            fields.map((each) => ({
              ...{ key: `${code} ${each.field}`, code, field: names[each.field] },
              ...{ from: shown(each.field, each.from), to: shown(each.field, each.to) },
            })),
          ),
          ...gates.map((each) => ({
            key: each.gate,
            code: each.gate,
            field: w.gateTask,
            from: each.from ?? '–',
            to: each.to ?? '–',
          })),
        ];
        if (lines.length === 0 && !ladderChanged && !scoreSheetChanged) return <Text>{w.same}</Text>;
        return (
          <Stack gap="sm">
            {lines.length > 0 && <Rows rows={lines} columns={columns} rowKey={({ key }) => key} caption={w.compare} />}
            {ladderChanged && <Text>{w.ladderChanged}</Text>}
            {scoreSheetChanged && <Text>{w.sheetChanged}</Text>}
          </Stack>
        );
      }}
    </Shown>
  );
};
