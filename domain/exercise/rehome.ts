/**
 * An exercise follows a reform of the organisation: open work and the bodies that answer for it go to those that took over.
 * What is done stays as it was: verified tasks, papers, passed gates and all past events keep the old names.
 */
import type { CommandMeta, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import type { Rehoming } from '../organisation/reform.ts';
import { BODY_CODES, type BodyCode, type BodyId, bodyId, codeOf, type OrgUnitId, unitOf } from '../people.ts';
import { systemOnly } from '../rights.ts';
import type { EntityId } from '../streams.ts';
import type { Paper } from '../text.ts';
import { passedOn } from './passing-on.ts';
import { bodyFor, bodyIn } from './rights.ts';
import { type ExerciseState, openTasks, type Task } from './state.ts';

/** Sent by the organisation to every ongoing file that names what ended. Never refused. */
export interface Rehome extends Rehoming {
  readonly type: 'Rehome';
}

/** From the body that ended to the one that took over. */
interface Handed {
  readonly from: BodyId;
  readonly to: BodyId;
}

export interface ExerciseRehomed {
  readonly type: 'ExerciseRehomed';
  /** The localities from now on. */
  readonly orgUnit: OrgUnitId;
  readonly superiorUnit: OrgUnitId;
  /** Bodies that answer for codes from now on, where not the usual one of the localities. */
  readonly owners: Readonly<Partial<Record<BodyCode, BodyId>>>;
  readonly tasks: readonly ({ readonly task: string } & Handed)[];
  /** Issues of rehearsals that are not confirmed yet. */
  readonly issues: readonly ({ readonly issue: string } & Handed)[];
  /** Limits of earlier reviews that are still to be overcome here. */
  readonly findings: readonly ({ readonly fromReview: EntityId; readonly action: string } & Handed)[];
  /** Bodies whose capacities, entered in a city's file, go with their work; of two figures the smaller holds. */
  readonly capacities?: readonly Handed[];
  readonly reason: string;
  readonly paper: Paper;
}

export const decideRehome = (command: Rehome, state: ExerciseState, { by }: CommandMeta): ExerciseRehomed[] => {
  systemOnly(by, command.type);
  if (!state.type || !state.orgUnit || !state.superiorUnit) return [];
  if (state.phase === 'closed' || state.phase === 'cancelled') return [];
  const { units, reason, paper } = command;
  const orgUnit = units[state.orgUnit] ?? state.orgUnit;
  const superiorUnit = units[state.superiorUnit] ?? state.superiorUnit;
  const owners = ownersAfter(command, state, { type: state.type, orgUnit, superiorUnit });
  const handed = (owner: BodyId): Handed[] => {
    const to = goalOf(command, owner);
    return to === owner ? [] : [{ from: owner, to }];
  };
  const tasks = openTasks(state).flatMap(({ code, owner }) => handed(owner).map((each) => ({ task: code, ...each })));
  const issues = state.issues
    .filter(({ status }) => status !== 'confirmed')
    .flatMap(({ id, owner }) => handed(owner).map((each) => ({ issue: id, ...each })));
  const findings = state.carried
    .filter(({ ended, retest }) => ended === null && !retest?.passed)
    .flatMap(({ fromReview, action, owner }) =>
      (owner ? handed(owner) : []).map((each) => ({ fromReview, action, ...each })),
    );
  const limited = Object.keys(state.capacities) as BodyId[]; // keys of the record
  const capacities = limited.flatMap(handed);
  const isSame = BODY_CODES.every((code) => owners[code] === state.owners[code]);
  const stays = isSame && orgUnit === state.orgUnit && superiorUnit === state.superiorUnit;
  if (stays && [tasks, issues, findings, capacities].every((list) => list.length === 0)) return [];
  const homes = { orgUnit, superiorUnit, owners, tasks, issues, findings };
  return [{ type: 'ExerciseRehomed', ...homes, ...(capacities.length > 0 ? { capacities } : {}), reason, paper }];
};

/** Who takes over from a body; one that the organisation never knew goes with its locality. */
const goalOf = ({ bodies, units }: Rehoming, body: BodyId): BodyId => {
  const unit = units[unitOf(body)];
  return bodies[body] ?? (unit ? bodyId(unit, codeOf(body)) : body);
};

/** Every code goes on with whoever took over; named where that is not the usual body of the new localities. */
const ownersAfter = (
  command: Rehoming,
  state: ExerciseState,
  localities: Parameters<typeof bodyFor>[1],
): Partial<Record<BodyCode, BodyId>> => {
  const owners: Partial<Record<BodyCode, BodyId>> = {};
  for (const code of BODY_CODES) {
    const body = goalOf(command, bodyIn(state, code));
    if (state.owners[code] || body !== bodyFor(code, localities)) owners[code] = body;
  }
  return owners;
};

export const evolveRehome = (state: ExerciseState, fact: Fact<ExerciseRehomed>): ExerciseState => {
  const { orgUnit, superiorUnit, owners } = fact;
  const moved = fact.tasks.flatMap(({ task: code, to }) => {
    const task = state.tasks[code];
    return task ? [[code, taken(task, to, fact)] as const] : [];
  });
  return {
    ...state,
    orgUnit,
    superiorUnit,
    owners,
    tasks: { ...state.tasks, ...Object.fromEntries(moved) },
    capacities: (fact.capacities ?? []).reduce(withCapacityHanded, state.capacities),
    issues: state.issues.map((issue) => {
      const handed = fact.issues.find((each) => each.issue === issue.id);
      return handed ? { ...issue, owner: handed.to } : issue;
    }),
    carried: state.carried.map((finding) => {
      const handed = fact.findings.find(
        ({ fromReview, action }) => fromReview === finding.fromReview && action === finding.action,
      );
      return handed ? { ...finding, owner: handed.to } : finding;
    }),
  };
};

const withCapacityHanded = (capacities: ExerciseState['capacities'], { from, to }: Handed) => {
  const { [from]: was, ...others } = capacities;
  if (!was) return capacities;
  const own = capacities[to] ?? was;
  const tasksPerDay = Math.min(was.tasksPerDay, own.tasksPerDay);
  const tasksPerWeek = Math.min(was.tasksPerWeek, own.tasksPerWeek);
  return { ...others, [to]: { tasksPerDay, tasksPerWeek } };
};

/** Taken over by another body, and reminded of from the bottom. */
const taken = (task: Task, owner: BodyId, { at }: Fact<ExerciseRehomed>): Task => ({
  ...passedOn(task, owner, at),
  ladder: freshLadder(at),
});
