/** The register of an office, to who looks after its papers: staff and leadership of its unit and of those above. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mayReadRegister } from '../../domain/access/index.ts';
import { type Entry, kindRule, register, registerOf, writtenNumber } from '../../domain/register/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, streamId } from '../../domain/streams.ts';
import type { NumberRegister } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { type Asker, hide } from '../policy.ts';
import { words } from '../words.ts';
import { keptState } from './kept-state.ts';

/** Throws `register-unknown`, or answers as if there were nothing to who may not read it. */
export const requireRegister = (id: EntityId, { subject, org, day }: Asker, request: FastifyRequest) => {
  const named = registerOf(id);
  if (!named) throw new Rejection('register-unknown', { id });
  if (!mayReadRegister(subject, named.unit, org, day)) throw hide(request, 'register.read', true);
  return named;
};

type Shown = z.output<typeof NumberRegister>;

const entryShown = ({ paper, ...entry }: Entry): Shown['entries'][number] => {
  const name = paper && kindRule(paper.kind).name;
  return { ...entry, paper: paper && name ? { ...paper, name: words(name.vi, name.en) } : null };
};

const bySymbol = (a: Entry, b: Entry): number =>
  a.symbol === b.symbol ? Number(a.secret) - Number(b.secret) || b.number - a.number : a.symbol < b.symbol ? -1 : 1;

/** A register without numbers is empty, not missing; one that somebody may not read is not there. */
export const numberRegister = async (
  deps: ApiDeps,
  id: EntityId,
  asker: Asker,
  request: FastifyRequest,
): Promise<Shown> => {
  const named = requireRegister(id, asker, request);
  const state = await keptState(deps, register, streamId('register', id));
  const entries = [...state.entries.values()].sort(bySymbol);
  const series = new Map(entries.map((entry) => [`${entry.secret} ${entry.symbol}`, entry])); // the last one is the lowest
  return {
    id,
    version: state.version,
    ...named,
    entries: entries.map(entryShown),
    series: [...series.values()].map(({ symbol, secret }) => {
      const last = Math.max(
        ...entries.filter((each) => each.symbol === symbol && each.secret === secret).map(({ number }) => number),
      );
      return { symbol, secret, last, next: writtenNumber(last + 1, symbol) };
    }),
  };
};
