/** Why a plan would be refused, as the parts of the page show refusals. */
import { Refused } from '../../client/http.ts';
import type { WouldBe } from './preview.ts';

export const refusalOf = (plan: WouldBe | undefined): Refused | null =>
  plan?.problem ? new Refused(plan.problem) : null;
