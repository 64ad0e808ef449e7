/** What goes into the audit trail from a request. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AuditEntry, type AuditKind, type AuditTrail, createAuditTrail } from '../db/audit.ts';
import type { ApiDeps } from './deps.ts';
import { Problem, type ProblemCode } from './problems/index.ts';

declare module 'fastify' {
  interface FastifyInstance {
    auditTrail: AuditTrail;
  }
}

const WORD = /^[\p{L}\p{N}./:@_+-]{1,80}$/u;

/** What of parameters may be kept for ever: numbers, truths, and texts without a space. */
export const codesOf = (params: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => {
      const all = (Array.isArray(value) ? value : [value]).slice(0, 20);
      const kept = all.every(
        (each) =>
          typeof each === 'number' || typeof each === 'boolean' || (typeof each === 'string' && WORD.test(each)),
      );
      return kept ? [[key, Array.isArray(value) ? all : value]] : [];
    }),
  );

/** Notes something about a request; returns at once, never throws, and no answer waits for it. */
export const audit = (
  request: FastifyRequest,
  entry: Pick<AuditEntry, 'kind' | 'code' | 'details' | 'object' | 'userId'>,
): void => {
  const { signedIn, actor, ip, method } = request;
  request.server.auditTrail.note({
    userId: signedIn?.userId ?? null,
    person: actor?.person ?? null,
    body: actor?.body ?? null,
    ip,
    route: `${method} ${request.routeOptions.url ?? ''}`.slice(0, 200),
    object: (request.url.split('?')[0] ?? '').slice(0, 200),
    ...entry,
    details: codesOf(entry.details ?? {}),
  });
};

/** Refusals of the door; those of commands are noted where they are decided. What was typed is not kept. */
const KINDS: Partial<Record<ProblemCode, AuditKind>> = {
  'sign-in-needed': 'refused-signin',
  'password-change-needed': 'refused-policy',
  'no-duty': 'refused-policy',
  'admin-only': 'refused-policy',
  'not-permitted': 'refused-policy',
  'viewers-send-nothing': 'refused-policy',
  csrf: 'csrf',
  'sign-in-wrong': 'refused-signin',
  'too-many-attempts': 'refused-signin',
  'account-closed': 'refused-signin',
  'account-unknown': 'refused-signin',
  'second-factor-wrong': 'refused-signin',
  'second-factor-late': 'refused-signin',
};

/** Without a way to write, what was to be kept stands in the log. */
export const addAudit = (app: FastifyInstance, { db }: Pick<ApiDeps, 'db'>): void => {
  const trail = createAuditTrail(db, (entries, reason) => {
    app.log.error({ err: reason, lost: entries }, 'audit entries could not be written');
  });
  app.decorate('auditTrail', trail);
  app.addHook('onClose', () => trail.flush());
  app.addHook('onError', async (request, _reply, error) => {
    if (!(error instanceof Problem)) return;
    const kind = KINDS[error.code] ?? (request.hiddenBy ? 'refused-policy' : undefined);
    if (kind) audit(request, { kind, code: error.code, details: request.hiddenBy ?? {} });
  });
};
