/** Before a plan travels that says how it was found: the job says the same. Nobody gives a plan a proof that it has not. */
import { z } from 'zod';
import { type Job, readJob } from '../../db/planner-jobs.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import { Cell, SolveNote } from '../../domain/rollout/index.ts';
import { kindOf } from '../../domain/streams.ts';
import type { Envelope } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { within } from '../route.ts';

const Claiming = z.object({
  type: z.literal('ProposeRollOut'),
  orgUnit: z.string(),
  cells: z.array(Cell),
  solve: SolveNote,
});

/** How a part of a job was solved; null where it has no plan. */
export const noteOf = (job: Job, unit: OrgUnitId): SolveNote | null => {
  const answer = job.answers.find((each) => each.unit === unit)?.answer;
  if (!answer || answer.status === 'infeasible' || answer.status === 'unknown') return null;
  const { status, objective, bound, gap } = answer;
  return { job: job.id, solver: job.solver, model: job.model, status, objective, bound, gap };
};

const placesOf = (cells: readonly Cell[]): string =>
  cells
    .map(({ commune, year, month }) => `${commune} ${year} ${month}`)
    .sort()
    .join(';');

/** Throws `solve-differs`. Commands that claim nothing pass. */
export const checkSolve = async (
  deps: ApiDeps,
  { stream, command }: Pick<Envelope, 'stream' | 'command'>,
): Promise<void> => {
  if (kindOf(stream) !== 'rollout') return;
  const claimed = Claiming.safeParse(command).data;
  if (!claimed) return;
  const { solve, cells, orgUnit } = claimed;
  const job = await within(readJob(deps.db, solve.job), 'store-unavailable');
  const unit = job?.parts.find((part) => part.unit === orgUnit)?.unit;
  const note = job && unit ? noteOf(job, unit) : null;
  const answer = job?.answers.find((each) => each.unit === unit)?.answer;
  const same = answer && 'cells' in answer && placesOf(answer.cells) === placesOf(cells);
  if (!note || !same || (Object.keys(note) as (keyof SolveNote)[]).some((key) => note[key] !== solve[key]))
    throw new Problem('solve-differs', { job: solve.job });
};
