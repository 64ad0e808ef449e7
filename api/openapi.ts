/** `/openapi.json` (3.1) from the schemas of the routes, and `/docs`, which reads it without a request to the outside. */
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { shown } from './route.ts';
import { PATHS } from './routes/paths.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const SCHEMA = '#/components/schemas/';

/** Names of the schemas that a part of the document points to. */
const pointed = (value: unknown): string[] => {
  if (!isObject(value)) return [];
  const ref = value.$ref;
  const own = typeof ref === 'string' && ref.startsWith(SCHEMA) ? [ref.slice(SCHEMA.length)] : [];
  return [...own, ...Object.values(value).flatMap(pointed)];
};

/** The schemas that the routes reach, directly or through others. */
const reached = (paths: unknown, schemas: Json): Set<string> => {
  const used = new Set<string>();
  const open = pointed(paths);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    open.push(...pointed(schemas[name]));
  }
  return used;
};

/** Groups of the routes: the kinds of files first, then the others by name. */
const tagsOf = (paths: unknown): { readonly name: string }[] => {
  const operations = Object.values(isObject(paths) ? paths : {}).flatMap((each) =>
    Object.values(isObject(each) ? each : {}),
  );
  const used = operations.flatMap((each) => (isObject(each) && Array.isArray(each.tags) ? each.tags.map(String) : []));
  return [...new Set([...Object.values(PATHS), ...used.sort()])].map((name) => ({ name }));
};

/**
 * Every schema comes twice, as input and as output. Those that no route reaches are left out, and an input that has no
 * other output of its name loses the suffix. A union of commands says that `type` tells them apart.
 */
const tidy = (document: Json): Json => {
  const components = isObject(document.components) ? document.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const used = reached(document.paths, schemas);
  const nameOf = (name: string): string => {
    const plain = name.replace(/Input$/, '');
    return used.has(plain) && JSON.stringify(schemas[plain]) !== JSON.stringify(schemas[name]) ? name : plain;
  };
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (!isObject(value)) return value;
    const renamed = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rename(part)]));
    const { $ref: ref, oneOf } = renamed;
    if (typeof ref === 'string' && ref.startsWith(SCHEMA))
      return { ...renamed, $ref: SCHEMA + nameOf(ref.slice(SCHEMA.length)) };
    const refs = Array.isArray(oneOf)
      ? oneOf.flatMap((each: unknown) => (isObject(each) && each.$ref ? [each.$ref] : []))
      : [];
    if (refs.length === 0 || !refs.every((each) => typeof each === 'string')) return renamed;
    const mapping = Object.fromEntries(refs.map((each) => [each.slice(SCHEMA.length), each]));
    return { ...renamed, discriminator: { propertyName: 'type', mapping } };
  };
  const kept = Object.fromEntries([...used].map((name) => [nameOf(name), rename(schemas[name])]));
  return {
    ...document,
    tags: tagsOf(document.paths),
    paths: rename(document.paths) as Json,
    components: { ...components, schemas: kept },
  };
};

/** Examples are given as they are sent; the library drops those of schemas that trim or default. */
const zodToJsonConfig: NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']> = {
  override: ({ zodSchema, jsonSchema }) => {
    const examples = z.globalRegistry.get(zodSchema)?.examples;
    if (Array.isArray(examples)) jsonSchema.examples = examples;
  },
};

const DESCRIPTION = `Planning of defence-area and commune exercises: commands in, facts on file, answers from the file.

Dates are days in Asia/Ho_Chi_Minh (\`yyyy-MM-dd\`), instants UTC. Errors are problem+json with a stable \`code\` and
sentences in Vietnamese and English. A command may be repeated under its \`commandId\`: it happens once.
\`?asOf=\` answers as things stood at the end of a day, or at an instant.`;

export const addDocument = async (app: FastifyInstance, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sẵn Sàng',
        version,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'san-sang.session_token',
            description:
              'Set by signing in: `POST /api/auth/sign-in/username`. Writes also carry `X-CSRF-Token` from `GET /api/v1/me`.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) =>
      tidy(createJsonSchemaTransformObject({ zodToJsonConfig })(document) as unknown as Json), // an OpenAPI document is JSON
  });
  app.get(
    '/openapi.json',
    {
      config: { policy: 'public' },
      schema: {
        tags: ['service'],
        summary: 'This document',
        response: { 200: shown('OpenAPI 3.1', z.record(z.string(), z.unknown())) },
      },
    },
    async (_, reply) => reply.type('application/json; charset=utf-8').serializer(String).send(documentText(app)),
  );
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Sẵn Sàng – API',
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      hideClientButton: true,
      showDeveloperTools: 'never',
      customCss: 'a[href*="scalar.com"], .scalar-mcp-layer { display: none !important }',
    },
  });
};

const texts = new WeakMap<FastifyInstance, string>();
/** Made once: routes do not change after the start. */
const documentText = (app: FastifyInstance): string => {
  const text = texts.get(app) ?? JSON.stringify(app.swagger());
  texts.set(app, text);
  return text;
};
