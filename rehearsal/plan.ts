/** The plan of a season: read from a file, refused with every fault named, joined with further behaviours. */
import { checkPlan } from './plan-check.ts';
import { describeIssue, type PlanFault } from './plan-faults.ts';
import { type Behaviours, PlanShape, type SeasonPlan } from './plan-shape.ts';

export type { PlanFault } from './plan-faults.ts';
export type { Behaviours, Late, PlannedExercise, SeasonPlan } from './plan-shape.ts';

export class PlanInvalid extends Error {
  override readonly name = 'PlanInvalid';
  readonly faults: readonly PlanFault[];
  constructor(faults: readonly PlanFault[]) {
    super(faults.map((fault) => `${fault.path}: ${fault.en}`).join('\n'));
    this.faults = faults;
  }
}

/** The plan that a file holds. Throws `PlanInvalid`, which names every fault by its path in the file. */
export const parsePlan = (data: unknown): SeasonPlan => {
  const parsed = PlanShape.superRefine(checkPlan).safeParse(data);
  if (parsed.success) return parsed.data;
  throw new PlanInvalid(parsed.error.issues.flatMap(describeIssue));
};

/** The plan with further behaviours; where two speak of the same thing the added one counts. */
export const withBehaviours = (plan: SeasonPlan, added: Partial<Behaviours>): SeasonPlan => {
  const { behaviours: own } = plan;
  return {
    ...plan,
    behaviours: {
      late: [...own.late, ...(added.late ?? [])],
      returned: [...own.returned, ...(added.returned ?? [])],
      held: [...own.held, ...(added.held ?? [])],
      extensions: [...own.extensions, ...(added.extensions ?? [])],
      moves: [...own.moves, ...(added.moves ?? [])],
      postponements: [...own.postponements, ...(added.postponements ?? [])],
      overrides: [...own.overrides, ...(added.overrides ?? [])],
      attempts: [...own.attempts, ...(added.attempts ?? [])],
    },
  };
};
