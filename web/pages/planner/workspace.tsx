/** One authority and one term: limits, solver, grid, what the plan breaks, and what is done with it. */
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Cell, RuleKind } from '../../../domain/rollout/problem.ts';
import { newId } from '../../client/id.ts';
import { useIsNarrow } from '../../parts/narrow.ts';
import { Section } from '../../parts/section.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useView } from '../../parts/view.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Acts } from './acts.tsx';
import { Cards } from './cards.tsx';
import { CellDialog } from './cell.tsx';
import {
  type Basis,
  changedIn,
  fromBasis,
  fromPlan,
  judged as judge,
  type Plan,
  placed,
  type Table,
  withAnswer,
} from './draft.ts';
import { FaultList } from './faults.tsx';
import { PlanGrid } from './grid.tsx';
import { JobShown, percent, useJob } from './job.tsx';
import { Limits } from './limits.tsx';
import { said } from './words.ts';

const OPTIONS = { timeLimit: 30, gap: 0.005 };

/** Proof, moves and state of the plan on the table, in one line. */
const Standing = ({
  plan,
  table,
  dirty,
  moves,
}: {
  readonly plan: Plan | null;
  readonly table: Table;
  readonly dirty: boolean;
  readonly moves: string | null;
}) => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const touched = changedIn(table).length > 0;
  const { solve } = table;
  const proof = solve && (solve.status === 'optimal' ? w.optimal : w.feasible)(percent(solve.gap, language));
  return (
    <Group gap="sm">
      <Text fw={600}>
        {plan ? w.revision(plan.revision, say(plan.phaseName)) : table.isNew ? w.proposed : w.noPlan}
      </Text>
      {plan?.inForce && plan.phase !== 'approved' && <Text>{w.inForce(plan.inForce.revision)}</Text>}
      {touched ? <Text>{w.byHand}</Text> : proof && <Text>{proof}</Text>}
      {moves && !touched && <Text>{moves}</Text>}
      {dirty && (
        <Badge variant="outline" c="var(--mantine-color-text)" tt="none" radius="sm">
          {w.unsaved}
        </Badge>
      )}
    </Group>
  );
};

export const Workspace = ({
  basis,
  plan,
  term,
}: {
  readonly basis: Basis;
  readonly plan: Plan | null;
  readonly term: { readonly firstYear: number; readonly lastYear: number };
}): ReactNode => {
  const w = useWords(said);
  const narrow = useIsNarrow();
  const [view, setView] = useView();
  const saved = (): Table => (plan ? fromPlan(basis, plan) : fromBasis(basis));
  const [table, setTable] = useState<Table>(saved);
  const [limitsTouched, setLimitsTouched] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const watched = useJob(view.viec, basis.unit.id);
  const solve = useWrite<{ readonly id: string }>(null, ({ id }) => setView({ viec: id }));
  const { data: answer } = watched.answer;
  const taken = useRef<string | null>(null);
  const isDirty = table.isNew || limitsTouched || changedIn(table).length > 0;

  // the solver's plan is laid on the table once
  useEffect(() => {
    if (!answer || taken.current === answer.job) return;
    taken.current = answer.job;
    if (plan?.solve?.job === answer.job) return;
    setTable((now) => withAnswer(now, answer));
  }, [answer, plan]);
  // what others saved is shown unless something here is not saved
  const version = useRef(plan?.version);
  useEffect(() => {
    if (version.current === plan?.version || isDirty) return;
    version.current = plan?.version;
    setTable(plan ? fromPlan(basis, plan) : fromBasis(basis));
  }, [plan, basis, isDirty]);

  const years = Array.from({ length: term.lastYear - term.firstYear + 1 }, (_, i) => term.firstYear + i);
  const judged = judge(basis, table, term);
  const mayMove = basis.mayPlan && plan?.phase !== 'submitted';
  const dated = new Set<string>(basis.done.map(({ commune }) => commune));
  const onPlace = (cell: Cell): void => {
    if (!dated.has(cell.commune)) setTable((now) => placed(now, cell));
  };
  const ask = (rules = table.rules): void =>
    solve.mutate({
      path: '/api/v1/planner/jobs',
      body: {
        ...{ job: newId(), units: [basis.unit.id], ...term, rules, options: OPTIONS },
        vehicles: Object.entries(table.vehicles).map(([commune, count]) => ({ commune, count })),
        fixed: Object.values(table.cells)
          .filter(({ fixed }) => fixed)
          .map(({ commune, year, month }) => ({ commune, year, month })),
      },
    });
  const soften = (kind: RuleKind): void => {
    const rules = { ...table.rules, soft: [...new Set([...table.rules.soft, kind])] };
    setTable((now) => ({ ...now, rules }));
    setLimitsTouched(true);
    ask(rules);
  };
  const reset = (): void => {
    setTable(saved());
    setLimitsTouched(false);
    setView({ viec: undefined });
  };
  const settled = (): void => {
    version.current = undefined;
    setTable((now) => ({ ...now, given: now.cells, isNew: false }));
    setLimitsTouched(false);
    setView({ viec: undefined });
  };
  const found = answer?.answer;
  const moves =
    table.isNew && found && 'moves' in found && found.moves !== null
      ? `${w.movesText(found.moves)}${found.fewest ? ` (${w.fewest})` : ''}`
      : null;
  const isSolving = watched.job.data?.status === 'queued' || watched.job.data?.status === 'running';
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Standing plan={plan} table={table} dirty={isDirty} moves={moves} />
        <Group gap="sm">
          {mayMove && (
            <Button
              variant={isDirty || plan ? 'default' : 'filled'}
              leftSection={<IconBulb aria-hidden size={18} />}
              loading={solve.isPending || isSolving}
              onClick={() => ask()}
            >
              {plan?.inForce ? w.replan : w.propose}
            </Button>
          )}
          <Acts {...{ basis, plan, table, term }} dirty={isDirty} onSaved={settled} onDiscard={reset} />
        </Group>
      </Group>
      {plan?.returnedFor && <Alert color="orange">{w.returnedFor(plan.returnedFor)}</Alert>}
      {!basis.mayPlan && plan?.phase !== 'submitted' && <Text c="dimmed">{w.noRight}</Text>}
      {solve.error && <Broken error={solve.error} />}
      <JobShown watched={watched} mayPlan={basis.mayPlan} onSoften={mayMove ? soften : null} />
      {mayMove && (
        <details className="plan-limits" open={plan === null && !table.isNew}>
          <summary>{w.limits}</summary>
          <Section title={w.limits} what={w.limitsWhat}>
            <Limits
              key={table.solve?.job ?? 'saved'}
              basis={basis}
              table={table}
              onChange={(change) => {
                setLimitsTouched(true);
                setTable((now) => ({ ...now, ...change }));
              }}
            />
          </Section>
        </details>
      )}
      {narrow ? (
        <Cards {...{ basis, table, years, judged }} onOpen={setOpened} />
      ) : (
        <PlanGrid {...{ basis, table, years, judged, mayMove }} onPlace={onPlace} onOpen={setOpened} />
      )}
      <FaultList basis={basis} table={table} judged={judged} />
      <CellDialog
        {...{ basis, table, judged, years }}
        mayMove={mayMove && !(opened !== null && dated.has(opened))}
        isDated={opened !== null && dated.has(opened)}
        commune={opened}
        onPlace={onPlace}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
};
