/** The one interface of every outside channel: a message goes in, what became of it comes out. */
import type { Channel } from '../domain/delivery/index.ts';

/** A message, addressed and worded; `id` is the same at every attempt, for ever. */
export interface Message {
  readonly id: string;
  /** Addresses of the channel's kind, each checked when it was entered. */
  readonly to: readonly string[];
  /** Addresses that are not shown to the others. */
  readonly hidden: readonly string[];
  /** How the addressee is called. */
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  /** What a program reads: codes, dates, the sentence. Never a person. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | { readonly kind: 'sent'; readonly detail: Readonly<Record<string, unknown>> }
  /** `permanent`: the other side will never take it. `untried`: it was not asked at all. */
  | { readonly kind: 'refused'; readonly reason: string; readonly permanent: boolean; readonly untried?: true };

/** The server of the whole channel does not answer; nothing was handed over. */
export class ChannelAway extends Error {
  override readonly name = 'ChannelAway';
}

export interface Sender {
  readonly channel: Channel;
  /** Throws `ChannelAway`, and nothing else. */
  send(message: Message): Promise<Outcome>;
  /** Resolves when the server takes messages; throws `ChannelAway` with what it said. */
  check(): Promise<void>;
  close(): void;
  /** Where it sends, for people; without a password. */
  readonly where: string;
}

/** At most so many characters of what another server said are kept, on one line. */
export const shortly = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);
