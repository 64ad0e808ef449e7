/**
 * Who asks. The composition root gives `identify`, which turns cookies into a person with the duty that he acts under;
 * tests give their own. What he may do is decided by `domain/access.ts` (reach) and by the deciders (authority).
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../domain/people.ts';
import { Problem } from './problems.ts';

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  /** Person, body and post acted under now; null when the account holds no duty in force (an administrator only, say). */
  readonly actor: Actor | null;
  /** Administers accounts and the installation; gives no right over exercises. */
  readonly isAdmin: boolean;
  /** Nothing but changing the password and signing out is open to him. */
  readonly mustChangePassword: boolean;
  /** What every write must bring back in `X-CSRF-Token`; belongs to this session. */
  readonly csrf: string;
}

export interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

/** Null when nobody is signed in. Reads nothing but the headers; asks the store each time, so an ended session ends here. */
export type Identify = (request: Asked) => Promise<SignedIn | null>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes. */
    signedIn: SignedIn | null;
    /** Shorthand of `signedIn.actor`. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** Every route under `/api/` says who may call it; a route that does not stops the start. */
    access?: 'public' | 'actor';
  }
}

/** Throws `sign-in-needed`. */
export const requireSignedIn = (request: FastifyRequest): SignedIn => {
  if (!request.signedIn) throw new Problem('sign-in-needed');
  return request.signedIn;
};

export const addSignedIn = (app: FastifyInstance, identify: Identify): void => {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/') && !config?.access) throw new Error(`${url}: say who may call it (config.access)`);
  });
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access !== 'actor') return;
    const signedIn = await identify({ headers: request.headers, ip: request.ip });
    if (!signedIn?.actor) throw new Problem('sign-in-needed');
    request.signedIn = signedIn;
    request.actor = signedIn.actor;
  });
};
