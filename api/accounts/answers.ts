/** What accounts answer, as HTTP: refusals as problems, cookies as they came. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Known, Refusal } from '../../accounts/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { within } from '../route.ts';
import { requireSignedIn, type SignedIn } from '../signed-in.ts';

export type AccountsApi = ApiDeps & { readonly accounts: NonNullable<ApiDeps['accounts']> };

const problemOf = (refusal: Refusal): Problem => {
  const { seconds } = refusal.params;
  const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return new Problem(refusal.code, refusal.params, {}, headers);
};

/** The work's result; what accounts refuse becomes the problem of the same code. */
export const asked = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await within(work, 'store-unavailable');
  } catch (error) {
    throw error instanceof Refusal ? problemOf(error) : error;
  }
};

/** JSON that nobody keeps, with the cookies that go with it. */
export const reply = (to: FastifyReply, body: unknown, cookies: readonly string[] = []): FastifyReply => {
  if (cookies.length > 0) to.header('set-cookie', [...cookies]);
  return to.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body);
};

const isKnown = (who: SignedIn): who is Known => 'duties' in who;

/** All that is known of the caller, as it was at the door. Throws `sign-in-needed` for whom accounts do not know. */
export const knownOf = (request: FastifyRequest): Known => {
  const who = requireSignedIn(request);
  if (!isKnown(who)) throw new Problem('sign-in-needed');
  return who;
};
