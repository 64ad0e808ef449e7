/**
 * Who asks. The composition root gives `identify`, which turns cookies into a person with the duty that he acts under;
 * tests give their own. What he may do is decided by `domain/access.ts` (reach) and by the deciders (authority).
 */
import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
import type { Asked } from '../accounts/index.ts';
import { isFilePolicy, isViewer, PLAIN_POLICIES, type PolicyName } from '../domain/access/index.ts';
import type { Actor } from '../domain/people.ts';
import { Problem } from './problems/index.ts';

export type { Asked } from '../accounts/index.ts';

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  /** Person, body and post acted under now; null when the account holds no duty in force (an administrator only, say). */
  readonly actor: Actor | null;
  /** Administers accounts and the installation; gives no right over exercises. */
  readonly isAdmin: boolean;
  /** Nothing but changing the password and signing out is open to him. */
  readonly mustChangePassword: boolean;
  /** Signed in, or gave his password again, within the last minutes. */
  readonly isConfirmed: boolean;
  /** What every write must bring back in `X-CSRF-Token`; belongs to this session. */
  readonly csrf: string;
}

/** Null when nobody is signed in. Reads nothing but the headers; asks the store each time, so an ended session ends here. */
export type Identify = (request: Asked) => Promise<SignedIn | null>;

export interface RoutePolicy {
  readonly method: string;
  readonly url: string;
  readonly policy: PolicyName;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route under `/api/`, in the order registered. */
    routePolicies: readonly RoutePolicy[];
  }
  interface FastifyRequest {
    /** Null on public routes. */
    signedIn: SignedIn | null;
    /** Shorthand of `signedIn.actor`. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** Open also to who must change his password first. */
    beforePasswordChange?: true;
    /** Asks for the password again once the last time is some minutes ago. */
    confirmed?: true;
  }
}

/** Throws `sign-in-needed`. */
export const requireSignedIn = (request: FastifyRequest): SignedIn => {
  if (!request.signedIn) throw new Problem('sign-in-needed');
  return request.signedIn;
};

/** Throws `confirmation-needed` unless the password was given within the last minutes. */
export const requireConfirmed = (request: FastifyRequest): void => {
  if (!requireSignedIn(request).isConfirmed) throw new Problem('confirmation-needed');
};

/** What a route asks of who calls it; `public` where it stands outside `/api/` and names no policy. */
const needOf = ({ policy = 'public' }: FastifyContextConfig): Need =>
  isFilePolicy(policy) ? 'duty' : PLAIN_POLICIES[policy];
type Need = (typeof PLAIN_POLICIES)[keyof typeof PLAIN_POLICIES];

export const whoAsks = ({ headers, ip }: FastifyRequest): Asked => ({ headers, ip });

/** What the page asks by itself keeps no session awake: a live stream comes back alone, and says so of other reads. */
const isAct = ({ headers, routeOptions }: FastifyRequest): boolean =>
  headers['x-unattended'] === undefined && routeOptions.config.policy !== 'live';

export const addSignedIn = (app: FastifyInstance, identify: Identify): void => {
  const routes: RoutePolicy[] = [];
  app.decorate('routePolicies', routes);
  app.decorateRequest('signedIn', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith('/api/')) return;
    const policy = config?.policy;
    if (!policy) throw new Error(`${url}: name its policy (config.policy)`);
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url, policy });
  });
  app.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions;
    const need = needOf(config);
    if (need === 'public') return;
    const signedIn = await identify({ ...whoAsks(request), ...(isAct(request) ? {} : { passive: true }) });
    if (!signedIn) throw new Problem('sign-in-needed');
    request.signedIn = signedIn;
    request.actor = signedIn.actor;
    if (signedIn.mustChangePassword && !config.beforePasswordChange) throw new Problem('password-change-needed');
    if (need === 'admin' && !signedIn.isAdmin) throw new Problem('admin-only');
    if (config.confirmed) requireConfirmed(request);
    if ((need === 'duty' || need === 'orders') && !signedIn.actor) throw new Problem('no-duty');
    if (need === 'orders' && signedIn.actor && isViewer(signedIn.actor)) throw new Problem('viewers-send-nothing');
  });
};
