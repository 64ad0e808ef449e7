/** Turns whatever was thrown into one problem answer; nothing of the inside leaves. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable, StoreUnavailable } from '../db/connect.ts';
import { Rejection } from '../domain/rejection.ts';
import type { ProblemBody } from './contract/index.ts';
import { wantsPage } from './page.ts';
import { languageOf, Problem, type ProblemCode, problemBody, rejectionBody } from './problems/index.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
export const RETRY_AFTER_S = '3';

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const statusOf = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;

/** The problem that an error amounts to. */
export const toProblem = (error: unknown, requestId: string): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable || isUnavailable(error)) return new Problem('store-unavailable');
  const known = FASTIFY_CODES[codeOf(error)];
  if (known) return new Problem(known);
  if (statusOf(error) >= 400 && statusOf(error) < 500) return new Problem('bad-request');
  return new Problem('internal', { request: requestId });
};

/** Sends a problem in the caller's language; both languages are in `messages`. */
export const sendProblem = (request: FastifyRequest, reply: FastifyReply, body: ProblemBody): FastifyReply => {
  const language = languageOf(request.headers['accept-language']);
  if (body.status === 503) reply.header('retry-after', RETRY_AFTER_S);
  if (body.status === 401) reply.header('www-authenticate', 'Session realm="san-sang"');
  return reply
    .code(body.status)
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send(body);
};

export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const language = languageOf(request.headers['accept-language']);
  if (error instanceof Rejection) return sendProblem(request, reply, rejectionBody(error, language));
  const problem = toProblem(error, request.id);
  const body = problemBody(problem, language);
  if (body.status >= 500) request.log.error({ err: error, code: body.code, url: request.url }, 'request failed');
  return sendProblem(request, reply.headers(problem.headers), body);
};

/** Answers errors, unknown addresses and wrong methods; the latter before any body is read. */
export const addErrors = (app: FastifyInstance): void => {
  const methods = new Map<string, { readonly pattern: RegExp; readonly allowed: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}/?$`);
    const known = methods.get(url) ?? { pattern, allowed: new Set<string>() };
    for (const each of [method].flat()) known.allowed.add(each);
    methods.set(url, known);
  });
  app.addHook('onRequest', async (request) => {
    if (!URL.canParse(`http://${request.headers.host ?? ''}/`)) throw new Problem('bad-request');
    if (request.is404 && !(app.sendPage && wantsPage(request))) throw noRoute(request);
  });
  const noRoute = (request: FastifyRequest): Problem => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = [...methods.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((each) => [...each.allowed]);
    if (allowed.length === 0 || allowed.includes(request.method)) return new Problem('not-found');
    const allow = [...new Set(allowed)].sort().join(', ');
    return new Problem('method-not-allowed', { method: request.method, allow }, {}, { allow });
  };
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    app.sendPage && wantsPage(request) ? app.sendPage(request, reply) : answerError(noRoute(request), request, reply),
  );
};
