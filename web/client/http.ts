/**
 * The one way from the page to the server. Types come from `schema.d.ts`, generated from `/openapi.json`.
 * A refusal is thrown as `Refused` with its problem, a server that does not answer as `Unreachable`.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import { isAttended } from './attended.ts';
import type { components, paths } from './schema.d.ts';

export type Schemas = components['schemas'];
export type ProblemShown = Schemas['Problem'];

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemShown;
  constructor(problem: ProblemShown) {
    super(problem.code);
    this.problem = problem;
  }
}
/** The line is down, or something between answered in the server's place. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

let csrf = '';
let ended: (() => void) | null = null;
export const setCsrf = (token: string): void => {
  csrf = token;
};
/** Told when the server says that nobody is signed in any more. */
export const onSignedOut = (tell: () => void): void => {
  ended = tell;
};

/** What every write carries besides its body. */
export const writeHeaders = (): Record<string, string> => ({ 'x-csrf-token': csrf });

const isProblem = (body: unknown): body is ProblemShown =>
  typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;

/** Throws `Refused` or `Unreachable` unless the answer is a success. */
export const checked = async (response: Response): Promise<Response> => {
  if (response.ok) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (!isProblem(body)) throw new Unreachable(`HTTP ${response.status}`);
  if (body.code === 'sign-in-needed') ended?.();
  throw new Refused(body);
};

/** `fetch` that throws `Unreachable` when the line is down. */
export const reach: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error instanceof Error ? error.message : 'no answer');
  }
};

const manners: Middleware = {
  onRequest: ({ request }) => {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrf);
    if (!isAttended()) request.headers.set('x-unattended', '1');
    return request;
  },
  onResponse: async ({ response }) => {
    await checked(response);
    return response;
  },
};

declare global {
  interface Window {
    /** What `early.js` has asked already, by address; null for a line that was down. */
    asked?: Record<string, Promise<Response | null>>;
  }
}
/** The answer that `early.js` asked for; each is taken once, and only by a read of just that address. */
const askedEarly = async ({ method, url }: Request): Promise<Response | null> => {
  const address = url.slice(window.location.origin.length);
  const asked = method === 'GET' ? window.asked?.[address] : undefined;
  if (!asked) return null;
  delete window.asked?.[address];
  return asked;
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: async (request) => (await askedEarly(request)) ?? reach(request),
});
api.use(manners);

/** Addresses that can be read, and what each answers. */
type Readable = { [P in keyof paths]: paths[P] extends { readonly get: object } ? P : never }[keyof paths];
export type ReadPath = Extract<Readable, `/api/v1/${string}`>;
type Get<P extends ReadPath> = paths[P] extends { readonly get: infer G } ? G : never;
export type Answer<P extends ReadPath> =
  Get<P> extends { readonly responses: { readonly 200: { content: { readonly 'application/json': infer A } } } }
    ? A
    : never;
type Part<G, K extends string> = G extends { readonly parameters: { readonly [X in K]?: infer V } }
  ? Exclude<V, undefined>
  : never;
/** Path and query of an address. */
export type Input<P extends ReadPath> = {
  readonly path?: Part<Get<P>, 'path'>;
  readonly query?: Part<Get<P>, 'query'>;
};

export const readFrom = async <P extends ReadPath>(
  path: P,
  input: Input<P>,
  signal?: AbortSignal,
): Promise<Answer<P>> => {
  const { data } = await api.GET(path, {
    params: input,
    ...(signal ? { signal } : {}),
  } as never); // one generic address: its parameters were checked by `Input`
  return data as Answer<P>;
};
