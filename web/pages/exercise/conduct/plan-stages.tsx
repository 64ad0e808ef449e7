/** The plan of the run: stages with their hours and content items; codes and short labels only. */
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { instantAt } from '../../../parts/time.ts';
import { useAct } from '../../../parts/use-act.ts';
import { dayOf, timeText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { readItems } from './plan-lines.ts';
import { useStageName } from './stages.tsx';
import { said } from './words.ts';

type Run = Schemas['RunShown'];
interface Draft {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly lines: string;
}
const MOST = 12;

const linesOf = (stage: Run['stages'][number]): string =>
  stage.items
    .map(({ item, label, part, plannedStart, plannedEnd }) =>
      [
        ...[item, label, part === 'live' ? 'TB' : 'CC'],
        ...(plannedStart && plannedEnd ? [`${timeText(plannedStart)}-${timeText(plannedEnd)}`] : []),
      ].join('; '),
    )
    .join('\n');

/** 07:30 of the opening day and 17:00 of the closing day, to begin with. */
const firstHour = ({ startDate }: File): string | null => startDate && instantAt(startDate, '07:30');
const lastHour = ({ endDate }: File): string | null => endDate && instantAt(endDate, '17:00');

const commandOf = (drafts: readonly Draft[]) => {
  const stages = drafts.map(({ name, from, until, lines }, index) => {
    const items = from ? readItems(lines, dayOf(from)) : [];
    if (!from || !until || 'wrong' in items) return null;
    return {
      ...{ stage: index + 1, plannedStart: from, plannedEnd: until, items: [...items] },
      ...(name.trim() ? { name: name.trim() } : {}),
    };
  });
  return stages.every((stage) => stage !== null) ? { type: 'PlanStages' as const, stages } : null;
};

export const PlanStages = ({
  file,
  run,
  onClose,
}: {
  readonly file: File;
  readonly run: Run;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const nameOf = useStageName();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    run.stages.map((stage, index) => ({
      ...{ name: nameOf(stage), lines: linesOf(stage) },
      from: stage.plannedStart ?? (index === 0 ? firstHour(file) : null),
      until: stage.plannedEnd ?? (index === run.stages.length - 1 ? lastHour(file) : null),
    })),
  );
  const [touched, setTouched] = useState(false);
  const act = useAct('exercises', file.id, w.planDone, onClose);
  const change = (index: number, parts: Partial<Draft>): void => {
    setTouched(true);
    setDrafts(drafts.map((draft, n) => (n === index ? { ...draft, ...parts } : draft)));
  };
  const command = commandOf(drafts);
  const items = command?.stages.reduce((sum, stage) => sum + stage.items.length, 0) ?? 0;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command, { expectedVersion: file.version })}
      title={w.plan}
      button={w.planThis(drafts.length, items)}
      effect={w.planWhat}
      error={act.error}
      sending={act.sending}
      disabled={!command || items === 0}
      dirty={touched}
      size="xl"
    >
      {drafts.map((draft, index) => {
        const read = readItems(draft.lines, draft.from ? dayOf(draft.from) : '2000-01-01');
        return (
          <fieldset key={index} className="plain-set">
            <legend>{w.stage(index + 1)}</legend>
            <TextInput
              label={w.stageName}
              value={draft.name}
              onChange={({ currentTarget }) => change(index, { name: currentTarget.value })}
              maxLength={120}
            />
            <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
              <InstantField label={w.from} value={draft.from} onChange={(from) => change(index, { from })} required />
              <InstantField
                label={w.until}
                value={draft.until}
                onChange={(until) => change(index, { until })}
                required
              />
            </Group>
            <Textarea
              label={w.itemLines}
              description={w.itemLinesHint}
              value={draft.lines}
              onChange={({ currentTarget }) => change(index, { lines: currentTarget.value })}
              error={'wrong' in read && w.itemWrong(read.wrong)}
              autosize
              minRows={3}
            />
          </fieldset>
        );
      })}
      <Stack>
        <Group gap="sm">
          {drafts.length < MOST && (
            <Button
              variant="subtle"
              onClick={() => setDrafts([...drafts, { name: '', from: null, until: null, lines: '' }])}
            >
              {w.addStage}
            </Button>
          )}
          {drafts.length > 1 && (
            <Button variant="subtle" onClick={() => setDrafts(drafts.slice(0, -1))}>
              {w.dropStage}
            </Button>
          )}
        </Group>
      </Stack>
    </ActDialog>
  );
};
