/** Facts written by hand, in tables that TypeScript keeps complete: every type of event, every field, no branded ids. */
import type { $brand } from 'zod/v4/core';
import type { DomainEvent, Fact } from '../../../domain/decider.ts';
import type { ProductEvent } from '../../../domain/labels/events.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, head, member } from '../../support/domain.ts';

/** The shape without the brands of its ids and days. */
export type Plain<T> = T extends { readonly [$brand]: unknown }
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Plain<Each>[]
    : T extends object
      ? {
          readonly [K in keyof T as K extends string ? (K extends { [$brand]: unknown } ? string : K) : K]: Plain<T[K]>;
        }
      : T;

/** What an event says, and who did it where that is not the standing agency. */
type Said<E> = E extends DomainEvent ? Plain<Omit<E, 'type'>> & { readonly by?: string } : never;

/** One or more occurrences of every event of a stream, each with what its sentence depends on. */
export type Facts<E extends DomainEvent> = {
  readonly [T in E['type']]: readonly [Said<Extract<E, { type: T }>>, ...Said<Extract<E, { type: T }>>[]];
};

const actor = (by = 'tam-ky.SA') =>
  by === 'system' ? SYSTEM : by.startsWith('head ') ? head(by.slice(5)) : member(by);

export const factsOf = <E extends ProductEvent>(table: Facts<E>): Fact<ProductEvent>[] =>
  Object.entries<readonly (object & { readonly by?: string })[]>(table).flatMap(([type, facts]) =>
    // the table's type checks every field; brands and the common ones are put on here
    facts.map(
      ({ by, ...said }) =>
        ({ type, ...said, at: at('2022-08-25'), by: actor(by), version: 1 }) as unknown as Fact<ProductEvent>,
    ),
  );
