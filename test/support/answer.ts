/** What the API answers, as tests read it. */
import type { LightMyRequestResponse } from 'fastify';

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field; test/api checks them against their schemas
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** Null when it is no JSON. */
  readonly body: Body;
}

export const answerOf = (response: LightMyRequestResponse): Answer => ({
  status: response.statusCode,
  headers: response.headers,
  text: response.body,
  body: /json/.test(String(response.headers['content-type'] ?? '')) ? response.json() : null,
});
