/** One example of every command, as `/openapi.json` shows it; the tests send them all through their schemas. */
import type { Examples } from './common.ts';
import { DRILL_EXAMPLES } from './drill.ts';
import { ORGANISATION_EXAMPLES } from './organisation.ts';
import { PLANNING_EXAMPLES } from './planning.ts';
import { PREPARATION_EXAMPLES } from './preparation.ts';
import { PROGRAMME_EXAMPLES } from './programme.ts';
import { REGISTER_EXAMPLES } from './register.ts';
import { REVIEW_EXAMPLES } from './review.ts';
import { ROLL_OUT_EXAMPLES } from './rollout.ts';
import { RUN_EXAMPLES } from './run.ts';
import { TASKS_EXAMPLES } from './tasks.ts';

export const COMMAND_ID = '0197a3a4-5b6c-7d8e-9f00-112233445566';

export const COMMAND_EXAMPLES: Examples = {
  ...ORGANISATION_EXAMPLES,
  ...PREPARATION_EXAMPLES,
  ...TASKS_EXAMPLES,
  ...PLANNING_EXAMPLES,
  ...RUN_EXAMPLES,
  ...DRILL_EXAMPLES,
  ...REVIEW_EXAMPLES,
  ...PROGRAMME_EXAMPLES,
  ...ROLL_OUT_EXAMPLES,
  ...REGISTER_EXAMPLES,
};
