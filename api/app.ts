/** Builds the HTTP application; it neither listens nor knows where its parts come from. */
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { addAccounts } from './accounts/index.ts';
import { addAudit } from './audit.ts';
import { addCommands } from './commands.ts';
import { addCsrf } from './csrf.ts';
import { addDelivery } from './delivery/index.ts';
import type { ApiDeps } from './deps.ts';
import { addErrors, answerError } from './errors.ts';
import { addFiles } from './files/index.ts';
import { addHealth } from './health.ts';
import { addImports } from './imports/index.ts';
import { addLive } from './live/index.ts';
import { addDocument } from './openapi.ts';
import { addPage, PAGE_POLICY } from './page.ts';
import { addPlanPreview } from './plan-preview.ts';
import { addPolicy } from './policy.ts';
import { Problem } from './problems/index.ts';
import { addRosters } from './rosters.ts';
import { addReads } from './routes/index.ts';
import { addSignedIn } from './signed-in.ts';
import { addWarmUp } from './warm.ts';

export type { ApiDeps, Readiness, SendResult, StatusResult } from './deps.ts';

const BODY_LIMIT = 256 * 1024;

const PAGES = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
  'img-src': ["'self'", 'data:'],
} as const;
/** The API page starts by an inline script and styles itself; like every page it can reach nothing but this server. */
const DOCS = {
  ...PAGES,
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'worker-src': ["'self'", 'blob:'],
} as const;
const policy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';');

/** UTF-8 JSON only; `__proto__` and `constructor.prototype` are refused. */
const addJson = (app: FastifyInstance): void => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      parseJson(request, decoder.decode(body as Buffer), done); // parseAs: 'buffer'
    } catch {
      done(new Problem('malformed-json'), undefined);
    }
  });
};

export const buildApp = async (deps: ApiDeps): Promise<FastifyInstance> => {
  const app = fastify({
    ...(deps.log ? { loggerInstance: deps.log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.trustedProxies ? [...deps.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply);
    },
  });
  addJson(app);
  // schemas of routes describe; `parse` in each handler checks, so nothing can pass around it
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onSend', async (request, reply) => {
    if (reply.hasHeader('content-security-policy')) return; // a file has its own
    const isDocs = /^\/docs(\/|$)/.test(request.url.split('?')[0] ?? '');
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    reply.header('content-security-policy', policy(isDocs ? DOCS : isPage ? PAGE_POLICY : PAGES));
  });
  addErrors(app);
  addAudit(app, deps);
  addSignedIn(app, deps.identify);
  addCsrf(app, deps.publicUrl);
  addPolicy(app, deps);
  await addDocument(app, deps.version);
  addHealth(app, deps);
  addAccounts(app, deps);
  addReads(app, deps);
  addPlanPreview(app, deps);
  addCommands(app, deps);
  addRosters(app, deps);
  addDelivery(app, deps);
  addFiles(app, deps);
  addImports(app, deps);
  addLive(app, deps);
  addWarmUp(app, deps);
  if (deps.pageRoot !== undefined) await addPage(app, deps.pageRoot);
  return app;
};
