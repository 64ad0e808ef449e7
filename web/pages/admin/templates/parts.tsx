/** The parts of a version, read-only: tasks, gates, reminders, scoring sheet, chain of papers. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { bodyWords } from '../../../words/bodies.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said as paperWords } from '../../exercise/papers/words.ts';
import { type Content, offsetText, type Rung, type Task } from './draft.ts';
import { said } from './words.ts';

export const PARTS = ['tasks', 'gates', 'ladder', 'sheet', 'papers'] as const;
export type PartName = (typeof PARTS)[number];

export const Tasks = ({
  content,
  acts,
}: {
  readonly content: Content;
  readonly acts?: (task: Task) => ReactNode;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const columns: readonly Column<Task>[] = [
    { key: 'code', head: w.code, cell: ({ code }) => <strong>{code}</strong>, width: 64 },
    {
      key: 'title',
      head: w.task,
      isTitle: true,
      cell: (task) => (
        <>
          {language === 'vi' ? task.titleVi : task.titleEn}
          {task.secret && (
            <Text size="sm" c="dimmed" component="div">
              {w.secret}
            </Text>
          )}
        </>
      ),
    },
    { key: 'owner', head: w.owner, cell: ({ owner }) => say(bodyWords(owner)) },
    { key: 'after', head: w.after, cell: ({ after }) => after.join(', ') || '–' },
    { key: 'due', head: w.due, cell: ({ due }) => offsetText(due) },
    {
      key: 'evidence',
      head: w.evidence,
      cell: ({ evidence }) => (language === 'vi' ? evidence.labelVi : evidence.labelEn),
    },
    ...(acts
      ? [{ key: 'acts', head: <span className="only-heard">{w.edit}</span>, cell: acts, align: 'right' as const }]
      : []),
  ];
  const order = content.gates.map(({ code }) => code);
  const sorted = [...content.tasks].sort((a, b) => order.indexOf(a.gate) - order.indexOf(b.gate));
  return (
    <Rows
      rows={sorted}
      columns={columns}
      rowKey={({ code }) => code}
      caption={w.tasks}
      minWidth={860}
      groupOf={({ gate }) => {
        const found = content.gates.find(({ code }) => code === gate);
        return { key: gate, head: `${gate} ${found ? (language === 'vi' ? found.nameVi : found.nameEn) : ''}` };
      }}
    />
  );
};

const Gates = ({ content }: { readonly content: Content }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  type Gate = Content['gates'][number];
  const columns: readonly Column<Gate>[] = [
    {
      key: 'code',
      head: w.gate,
      isTitle: true,
      cell: (gate) => `${gate.code} ${language === 'vi' ? gate.nameVi : gate.nameEn}`,
    },
    {
      key: 'task',
      head: w.gateTask,
      cell: ({ gateTask }) => {
        const task = content.tasks.find(({ code }) => code === gateTask);
        return `${gateTask} ${task ? (language === 'vi' ? task.titleVi : task.titleEn) : ''}`;
      },
    },
    {
      key: 'window',
      head: w.window,
      cell: ({ window }) => [window.from, window.to].flatMap((each) => (each ? [offsetText(each)] : [])).join(' … '),
    },
    { key: 'two', head: w.twoPersons, cell: ({ twoPersons }) => (twoPersons ? '✓' : '–') },
  ];
  return <Rows rows={content.gates} columns={columns} rowKey={({ code }) => code} caption={w.gates} />;
};

export const useRungText = (): ((rung: Rung) => string) => {
  const w = useWords(said);
  return ({ days }) => (days === 0 ? w.onDay : days < 0 ? w.before(-days) : w.late(days));
};

const Ladder = ({ ladder }: { readonly ladder: Content['ladder'] }): ReactNode => {
  const w = useWords(said);
  const textOf = useRungText();
  const columns: readonly Column<Rung>[] = [
    { key: 'days', head: w.days, isTitle: true, cell: textOf },
    { key: 'audience', head: w.audience, cell: ({ audience }) => w[`${audience}Aud`] },
    { key: 'daily', head: w.daily, cell: ({ daily }) => (daily ? '✓' : '–') },
  ];
  return (
    <>
      <Text mb="sm">{w.hour(ladder.hour)}</Text>
      <Rows rows={ladder.rungs} columns={columns} rowKey={({ id }) => id} caption={w.ladder} />
    </>
  );
};

const Sheet = ({ sheet }: { readonly sheet: Content['scoreSheet'] }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const nameOf = (of: { readonly nameVi: string; readonly nameEn: string }): string =>
    language === 'vi' ? of.nameVi : of.nameEn;
  const columns: readonly Column<Content['scoreSheet']['domains'][number]>[] = [
    { key: 'name', head: w.domain, isTitle: true, cell: nameOf },
    { key: 'points', head: w.points, align: 'right', cell: ({ points }) => numberText(points, language) },
    {
      key: 'criteria',
      head: w.criteria,
      cell: ({ criteria }) => (
        <ul className="plain-list">
          {criteria.map((each) => (
            <li key={each.code}>
              {nameOf(each)} – {numberText(each.points, language)}
              {each.critical && <span className="quiet"> ({w.critical})</span>}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Stack gap="md">
      <Rows rows={sheet.domains} columns={columns} rowKey={({ code }) => code} caption={w.sheet} />
      <Title order={3} size="h5">
        {w.grades}
      </Title>
      <ul className="plain-list">
        {sheet.grades.map((grade) => (
          <li key={grade.code}>
            {nameOf(grade)}: {w.atLeast(numberText(grade.atLeast, language))}
          </li>
        ))}
      </ul>
    </Stack>
  );
};

type Rule = NonNullable<Content['papers']>['papers'][number];
const Papers = ({ papers }: { readonly papers: Content['papers'] }): ReactNode => {
  const w = useWords(said);
  const names = useWords(paperWords) as Readonly<Record<string, unknown>>;
  if (!papers) return <Text>{w.usualPapers}</Text>;
  const nameOf = (slot: string): string => (typeof names[slot] === 'string' ? names[slot] : slot);
  const columns: readonly Column<Rule>[] = [
    { key: 'slot', head: w.slot, isTitle: true, cell: ({ slot }) => nameOf(slot) },
    { key: 'needs', head: w.needs, cell: ({ needs }) => needs.map(nameOf).join(', ') || '–' },
    { key: 'task', head: w.brings, cell: ({ task }) => task ?? '–' },
    { key: 'gate', head: w.standsGate, cell: ({ gate }) => gate ?? '–' },
  ];
  return <Rows rows={papers.papers} columns={columns} rowKey={({ slot }) => slot} caption={w.papers} />;
};

export const Part = ({ name, content }: { readonly name: PartName; readonly content: Content }): ReactNode => {
  if (name === 'gates') return <Gates content={content} />;
  if (name === 'ladder') return <Ladder ladder={content.ladder} />;
  if (name === 'sheet') return <Sheet sheet={content.scoreSheet} />;
  return name === 'papers' ? <Papers papers={content.papers} /> : <Tasks content={content} />;
};
