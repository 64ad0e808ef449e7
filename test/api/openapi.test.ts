/** `/openapi.json` is a valid 3.1 document of exactly the routes that exist, and its examples hold. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validate } from '@scalar/openapi-parser';
import type { z } from 'zod';
import { commandBody } from '../../api/commands.ts';
import * as contract from '../../api/contract/index.ts';
import { COMMAND_EXAMPLES, COMMAND_ID } from '../../api/examples/index.ts';
import { PROBLEMS } from '../../api/problems/index.ts';
import { PATHS } from '../../api/routes/paths.ts';
import { COMMANDS } from '../../domain/registry.ts';
import { STREAM_KINDS } from '../../domain/streams.ts';
import { type Api, startApi } from './support.ts';

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}
interface Document {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>> };
}

describe('the OpenAPI document', () => {
  let api: Api;
  let document: Document;
  beforeAll(async () => {
    api = await startApi();
    document = (await api.get('/openapi.json')).body;
  });
  afterAll(() => api.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );

  test('is valid OpenAPI 3.1, with every reference resolved', async () => {
    const { valid, errors, version } = await validate((await api.get('/openapi.json')).text);
    expect({ valid, errors: errors ?? [], version }).toEqual({ valid: true, errors: [], version: '3.1' });
    const names = new Set(Object.keys(document.components.schemas));
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(refs.filter((name) => name === undefined || !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !refs.includes(name))).toEqual([]);
  });

  /** The n-th of the names that stand for one part of an address. */
  const nthName = (url: string, n: number): string =>
    url
      .split('/')
      .map((part) => part.split('|')[n] ?? part)
      .join('/');

  test('lists every route of the service but the pages of the document itself', () => {
    const listed = operations().map(({ name }) => name.replace(/\{(\w+)\}/g, ':$1'));
    const routes = new Set<string>();
    const tree = api.app.printRoutes({ commonPrefix: false, includeMeta: false });
    for (const name of listed) {
      const [method, url] = name.split(' ');
      expect([name, api.app.hasRoute({ method: method as 'GET', url: url ?? '' })]).toEqual([name, true]);
      routes.add(url ?? '');
    }
    const leaves = [...tree.matchAll(/^(.*)── (.*) \((.*)\)$/gm)].map(([, indent, part, methods]) => ({
      depth: (indent ?? '').length,
      part: part ?? '',
      methods: methods ?? '',
    }));
    const open: string[] = [];
    for (const { depth, part } of leaves) {
      open.length = Math.floor(depth / 4);
      open.push(part);
      const url = open.join('');
      // two names for one place of the address are printed as one: `/:id|:year`
      const names = /:\w+\|/.test(url) ? url.split('|').map((_, n) => nthName(url, n)) : [url];
      if (!url.startsWith('/docs')) expect([url, names.some((name) => routes.has(name))]).toEqual([url, true]);
    }
  });

  test('groups every operation, the kinds of files first, and names no group twice or in vain', () => {
    const listed = document.tags.map(({ name }) => name);
    const used = operations().flatMap(({ operation }) => operation.tags ?? ['none']);
    expect([...listed].sort()).toEqual([...new Set(used)].sort());
    expect(listed.slice(0, STREAM_KINDS.length)).toEqual(STREAM_KINDS.map((kind) => PATHS[kind]));
  });

  test('every operation says what it does and which problems it answers with', () => {
    for (const { name, operation } of operations()) {
      expect([name, operation.summary?.length ?? 0]).toEqual([name, expect.any(Number)]);
      expect(operation.summary).toBeTruthy();
      const problems = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      if (!name.includes('/api/')) continue;
      expect([name, operation.security]).toEqual([name, [{ session: [] }]]);
      for (const status of ['400', '401', ...(name.includes('{') ? ['404'] : []), '503'])
        expect([name, Object.keys(operation.responses)]).toEqual([name, expect.arrayContaining([status])]);
      for (const [status, { description, content }] of problems) {
        expect([name, status, description.length > 0]).toEqual([name, status, true]);
        expect(content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
      }
    }
  });

  test('every command has an example that its schema takes', () => {
    for (const kind of STREAM_KINDS)
      for (const option of COMMANDS[kind].options) {
        const type = option.shape.type.value;
        const example = { commandId: COMMAND_ID, ...COMMAND_EXAMPLES[type] };
        expect([type, commandBody(kind).safeParse(example).error?.issues]).toEqual([type, undefined]);
        expect([type, document.components.schemas[type]?.examples]).toEqual([type, [example]]);
      }
  });

  test('every other example holds too', () => {
    const schemas: Readonly<Record<string, z.ZodType>> = {
      Words: contract.Words,
      Problem: contract.ProblemBody,
      CommandDone: contract.CommandDone,
      CommandPending: contract.CommandPending,
      CommandStatus: contract.CommandStatus,
    };
    for (const [name, schema] of Object.entries(schemas)) {
      const examples = document.components.schemas[name]?.examples ?? [];
      expect([name, examples.length]).toEqual([name, 1]);
      for (const example of examples) expect([name, schema.safeParse(example).error]).toEqual([name, undefined]);
    }
  });

  test('every problem of the API has sentences in both languages with the same parameters', () => {
    const parameters = (pair: readonly string[]): string[] => pair.join(' ').match(/\{\w+\}/g) ?? [];
    for (const [code, { vi, en, status }] of Object.entries(PROBLEMS)) {
      expect([code, status >= 400 && status < 600]).toEqual([code, true]);
      expect([code, parameters(vi).sort()]).toEqual([code, parameters(en).sort()]);
    }
  });
});
