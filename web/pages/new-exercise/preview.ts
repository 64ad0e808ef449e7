/** What plans would come to, asked of the server as they are entered; nothing is written by it. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, type Schemas, Unreachable } from '../../client/http.ts';
import type { Failure } from '../../client/read.ts';
import type { PlanAsked } from './draft.ts';

export type WouldBe = Schemas['PlanWouldBe'];
type Answer = Schemas['PlansWouldBe'];
/** More are asked for in turns: each turn sees its own plans only. */
export const MOST = 40;

/** Throws `Refused` or `Unreachable`. */
export const previewPlans = async (plans: readonly PlanAsked[], signal?: AbortSignal): Promise<readonly WouldBe[]> => {
  const shown: WouldBe[] = [];
  for (let at = 0; at < plans.length; at += MOST) {
    const body = { plans: plans.slice(at, at + MOST) } as Schemas['PlansAsked'];
    const { data } = await api.POST('/api/v1/plan-preview', { body, ...(signal ? { signal } : {}) });
    shown.push(...((data as Answer | undefined)?.plans ?? [])); // a refusal was thrown before
  }
  return shown;
};

const SETTLED_MS = 300;

/** Asks again when the plans have stood unchanged for a moment; the last answer stays meanwhile. */
export const usePlans = (plans: readonly PlanAsked[]): UseQueryResult<readonly WouldBe[], Failure> => {
  const [settled] = useDebouncedValue(JSON.stringify(plans), SETTLED_MS);
  return useQuery({
    queryKey: ['read', 'plan-preview', settled],
    queryFn: ({ signal }) => previewPlans(JSON.parse(settled) as PlanAsked[], signal),
    enabled: settled !== '[]',
    retry: (failures, error) => error instanceof Unreachable && failures < 2,
    placeholderData: keepPreviousData,
  }) as UseQueryResult<readonly WouldBe[], Failure>; // the reading throws nothing else
};
