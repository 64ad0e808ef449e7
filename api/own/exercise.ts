/** The answers about an exercise as a body reads them that owns work in it and does not see the rest. */
import type { z } from 'zod';
import type { Readiness } from '../../domain/exercise/index.ts';
import type {
  Checklist,
  ExerciseFile,
  GateShown,
  Plan,
  ReadinessShown,
  Rehearsals,
  Reminders,
  RunShown,
  TaskShown,
  TaskWhole,
} from '../contract/index.ts';
import { readinessView } from '../queries/readiness.ts';
import { words } from '../words.ts';
import { isOwn, type Own, ownTasks } from './tasks.ts';

type Shown<S extends z.ZodType> = z.output<S>;

const OTHERS = words('Còn vướng việc của đơn vị khác.', 'Work of another body is open.');

/** The state of a gate stays; blockers of others keep kind, code and state. */
export const ownGate = (gate: Shown<typeof GateShown>, own: Own): Shown<typeof GateShown> => ({
  ...gate,
  passed: gate.passed && { ...gate.passed, override: null },
  approvals: [],
  blockers: gate.blockers.map((blocker) => {
    const theirs = isOwn(own, blocker.holder) || (blocker.kind === 'task' && own.tasks.has(blocker.code));
    if (theirs || blocker.holder === null) return blocker;
    const unknown = { due: null, workingDaysLeft: null, holder: null, holderName: null, waitsOn: [], title: null };
    return { ...blocker, ...unknown, text: OTHERS };
  }),
});

/** The verdict on the whole, with the reasons that lie with the body. */
export const ownReadiness = (readiness: Readiness, own: Own): Shown<typeof ReadinessShown> => {
  const reasons = readiness.reasons.flatMap((reason): Readiness['reasons'][number][] => {
    if (reason.kind !== 'gate-near') return isOwn(own, reason.body) ? [reason] : [];
    const bodies = reason.bodies.filter((body) => isOwn(own, body));
    const open = reason.open.filter((code) => own.tasks.has(code));
    return bodies.length > 0 ? [{ ...reason, bodies, open }] : [];
  });
  const bodies = readiness.bodies.filter(({ body }) => isOwn(own, body));
  return { ...readinessView({ ...readiness, reasons, bodies }), sentence: readinessView(readiness).sentence };
};

export const ownChecklist = (answer: Shown<typeof Checklist>, own: Own): Shown<typeof Checklist> => ({
  ...answer,
  tasks: ownTasks(answer.tasks, own),
  dropped: [],
});

/** `tasks` are all of the file, `readiness` that of the file; `children` those exercises that the body sees anyway. */
export const ownFile = (
  file: Shown<typeof ExerciseFile>,
  own: Own,
  { tasks, readiness }: { readonly tasks: readonly TaskShown[]; readonly readiness: Readiness },
): Shown<typeof ExerciseFile> => {
  const theirs = tasks.filter(({ code }) => own.tasks.has(code));
  const open = theirs.filter(({ status }) => status !== 'verified' && status !== 'waived');
  return {
    ...file,
    gates: file.gates.map((gate) => ownGate(gate, own)),
    readiness: ownReadiness(readiness, own),
    tasks: {
      total: theirs.length,
      done: theirs.length - open.length,
      overdue: open.filter(({ mark }) => mark === 'overdue').length,
    },
    nextDeadlines: file.nextDeadlines.filter(({ code }) => own.tasks.has(code)),
    stages: file.stages.map((stage) => ({ ...stage, note: null })),
    drill: null,
    review: null,
    cityAsks: [],
    carried: file.carried.filter(({ owner }) => isOwn(own, owner)),
  };
};

export const ownPlan = (plan: Shown<typeof Plan>, own: Own): Shown<typeof Plan> => {
  const known = (code: string): boolean => own.tasks.has(code) || own.named.has(code);
  return {
    ...plan,
    tasks: plan.tasks.filter(({ code }) => known(code)),
    criticalPaths: plan.criticalPaths.filter((path) => path.every(known)),
  };
};

/** The play itself is for all who take part; what was observed is for who wrote it down. */
export const ownRun = (run: Shown<typeof RunShown>, own: Own): Shown<typeof RunShown> => ({
  ...run,
  stages: run.stages.map((stage) => ({ ...stage, note: null })),
  observations: run.observations.filter(({ by }) => isOwn(own, by.body)),
});

export const ownRehearsals = (answer: Shown<typeof Rehearsals>, own: Own): Shown<typeof Rehearsals> => ({
  ...answer,
  rehearsals: answer.rehearsals.map((rehearsal) => ({
    ...rehearsal,
    issues: rehearsal.issues.filter(({ owner, holder }) => isOwn(own, owner) || isOwn(own, holder)),
  })),
});

export const ownReminders = (answer: Shown<typeof Reminders>, own: Own): Shown<typeof Reminders> => ({
  ...answer,
  reminders: answer.reminders.filter(({ to }) => isOwn(own, to)),
});

/** Of a task known by name only: what it is and how it stands. */
export const ownTask = (answer: Shown<typeof TaskWhole>, own: Own): Shown<typeof TaskWhole> | null => {
  const [task] = ownTasks([answer.task], own);
  if (!task) return null;
  return own.tasks.has(task.code)
    ? answer
    : { ...answer, task, blockedBy: [], awaitedBy: [], reminders: [], comments: [], history: [] };
};
