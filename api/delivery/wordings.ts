/** `/api/v1/delivery/wordings`: the texts of messages, version after version. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { wordings, writeWording } from '../../db/delivery/settings.ts';
import {
  checkWording,
  fillWording,
  NOTICE_KINDS,
  type NoticeKind,
  PLACEHOLDERS,
  SAMPLE_VALUES,
  type Wording,
} from '../../domain/delivery/index.ts';
import { NOTICE_KIND_NAMES, PLACEHOLDER_MEANINGS } from '../../domain/labels/notices.ts';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { addRead } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import { addPost } from './post.ts';

const tag = 'delivery';
const policy = 'admin';

const requireSound = (kind: NoticeKind, wording: Wording): void => {
  const faults = checkWording(kind, wording);
  if (faults.length === 0) return;
  const named = (of: string): string =>
    faults.flatMap((fault) => (fault.kind === of ? [fault.placeholder] : [])).join(', ') || '–';
  throw new Problem('wording-fault', { unknown: named('unknown').slice(0, 200), missing: named('missing') });
};

export const addWordings = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    ...{
      url: '/api/v1/delivery/wordings',
      tag,
      policy,
      params: z.object({}),
      query: NoQuery,
      answer: contract.Wordings,
    },
    summary: 'Texts in force, by kind, and what they may name',
    read: async () => {
      const inForce = await wordings(deps.db);
      return {
        placeholders: PLACEHOLDERS.map((name) => ({ name, meaning: PLACEHOLDER_MEANINGS[name] })),
        wordings: NOTICE_KINDS.flatMap((kind) => {
          const wording = inForce.get(kind);
          return wording ? [{ ...wording, kindName: NOTICE_KIND_NAMES[kind] }] : [];
        }),
      };
    },
  });
  addPost(app, {
    ...{
      url: '/api/v1/delivery/wordings/preview',
      tag,
      policy,
      body: contract.WordingPreview,
      answer: contract.WordingShownAs,
    },
    summary: 'A text filled with an example; refused with what is wrong in it',
    act: async ({ kind, ...wording }) => {
      requireSound(kind, wording);
      return fillWording(wording, SAMPLE_VALUES);
    },
  });
  addPost(app, {
    ...{ url: '/api/v1/delivery/wordings', tag, policy, body: contract.NewWording, answer: contract.WordingWritten },
    summary: 'Writes the next version of a text; messages that go out from now on bear it',
    act: async ({ kind, after, ...wording }, request) => {
      requireSound(kind, wording);
      const by = { userId: requireSignedIn(request).userId, at: deps.clock(), after };
      const version = await writeWording(deps.db, kind, wording, by);
      if (version === null) throw new Problem('wording-changed');
      audit(request, { kind: 'admin-act', code: 'wording-written', details: { kind, version } });
      return { version };
    },
  });
};
