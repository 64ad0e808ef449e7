/** Calendars that a person's own programs subscribe to: their making and taking back, and the text that is read there. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createFeed, type FeedReader, listFeeds, readerOf, revokeFeed } from '../../accounts/index.ts';
import { getInstallation } from '../../db/installation.ts';
import { type AccountsApi, asked, knownOf, reply } from '../accounts/answers.ts';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { problems, shown, within } from '../route.ts';
import { bodyName } from '../words.ts';
import { feedEntries } from './entries.ts';
import { icsOf, type Language } from './ics.ts';

const tags = ['accounts'];
const security = [{ session: [] }];
const SIGNED_IN = { policy: 'signedIn' } as const;
const Params = z.object({ id: z.string().min(1).max(100) });
const File = z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) });
const Query = z.strictObject({ language: z.enum(['vi', 'en']).default('vi') });

/** Where people reach the page from outside. */
const baseOf = ({ publicUrl }: AccountsApi, request: FastifyRequest): string =>
  (publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '');

const nameOf = ({ body }: FeedReader, language: Language): string => {
  const whose = body === null ? (language === 'vi' ? 'việc của tôi' : 'my work') : bodyName(body)[language];
  return `Sẵn Sàng: ${whose}`;
};

const addMine = (app: FastifyInstance, deps: AccountsApi): void => {
  const { db } = deps.accounts;
  app.get(
    '/api/v1/me/feeds',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security },
        summary: 'My calendar addresses, without their secrets',
        response: { 200: shown('Addresses', contract.CalendarFeeds), ...problems(401, 403, 503) },
      },
    },
    async (request, answer) => {
      const feeds = await asked(listFeeds(db, knownOf(request)));
      return reply(answer, { feeds: feeds.map((feed) => ({ ...feed, bodyName: feed.body && bodyName(feed.body) })) });
    },
  );
  app.post(
    '/api/v1/me/feeds',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security, body: contract.CalendarFeedCreation },
        summary: 'Makes a secret address under which calendar programs read my deadlines',
        response: {
          201: shown('Made', contract.CalendarFeedMade),
          ...problems(400, 401, 403, 409, 413, 415, 422, 503),
        },
      },
    },
    async (request, answer) => {
      const { body } = parse(contract.CalendarFeedCreation, request.body, 'body');
      const { id, secret } = await asked(createFeed(db, knownOf(request), body));
      audit(request, { kind: 'own-account', code: 'feed-made', details: { feed: id } });
      return reply(answer.code(201), { id, url: `${baseOf(deps, request)}/api/v1/feeds/${secret}.ics` });
    },
  );
  app.post(
    '/api/v1/me/feeds/:id/revoke',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security, params: Params },
        summary: 'Takes one of my calendar addresses back: it reads nothing any more',
        response: { 200: shown('Taken back', contract.Done), ...problems(400, 401, 403, 404, 415, 503) },
      },
    },
    async (request, answer) => {
      const { id } = parse(Params, request.params, 'path');
      await asked(revokeFeed(db, knownOf(request), id));
      audit(request, { kind: 'own-account', code: 'feed-revoked', details: { feed: id } });
      return reply(answer, { done: true });
    },
  );
};

const serve = async (deps: AccountsApi, request: FastifyRequest, answer: FastifyReply): Promise<FastifyReply> => {
  const { file } = parse(File, request.params, 'path');
  const { language } = parse(Query, request.query, 'query');
  const secret = file.slice(0, -'.ics'.length);
  const reader = await asked(readerOf(deps.accounts, secret, deps.clock()));
  if (!reader) throw new Problem('not-found');
  const found = Promise.all([feedEntries(deps, reader.actors), getInstallation(deps.db)]);
  const [entries, installation] = await within(found, 'store-unavailable');
  const text = icsOf(entries, {
    ...{ name: nameOf(reader, language), language, base: baseOf(deps, request) },
    installation: installation.id,
  });
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  answer.header('cache-control', 'private, no-cache').header('etag', etag).header('referrer-policy', 'no-referrer');
  if (request.headers['if-none-match'] === etag) return answer.code(304).send();
  return answer
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="san-sang.ics"')
    .send(text);
};

/** Nothing where the composition root gives no accounts. */
export const addFeeds = (app: FastifyInstance, deps: AccountsApi): void => {
  addMine(app, deps);
  app.get(
    '/api/v1/feeds/:file',
    {
      config: { policy: 'public' },
      schema: {
        ...{ tags, params: File, querystring: Query },
        summary: 'A calendar for programs (RFC 5545); its address is its secret',
        response: {
          200: shown('Whole days without a zone; every UID is for ever', z.string(), 'text/calendar'),
          ...problems(400, 404, 503),
        },
      },
    },
    (request, answer) => serve(deps, request, answer),
  );
};
