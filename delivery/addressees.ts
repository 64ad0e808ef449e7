/** Who holds a duty now, and where he is reached: asked when a message goes out, never when it was caused. */
import { accountTables, colleaguesIn } from '../accounts/index.ts';
import type { Db } from '../db/connect.ts';
import { type Address, addresses, ownMailboxes, type Preference, settings } from '../db/delivery/settings.ts';
import {
  type BodySetting,
  isUrgent,
  type MutableKind,
  type Notice,
  type NoticeKind,
  USUAL_SETTING,
} from '../domain/delivery/index.ts';
import { successorOf } from '../domain/organisation/lookup.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { BodyId, PersonRef, Post } from '../domain/people.ts';
import { dayOf, type Instant } from '../domain/time.ts';

export interface Addressees {
  readonly to: readonly string[];
  readonly hidden: readonly string[];
}

export interface Directory {
  settingOf(body: BodyId): BodySetting;
  /** Mailboxes of the body, and those of its people who have one of their own and did not mute it. */
  mailboxesOf(notice: Notice): Promise<Addressees>;
  webhooksOf(notice: Notice): Addressees;
}

const serves = ({ post }: Address, asked: Post): boolean => post === null || post === asked;

const wants = ({ muted }: Preference, kind: NoticeKind): boolean =>
  isUrgent(kind) || !(muted as readonly string[]).includes(kind satisfies NoticeKind | MutableKind);

/** Read once for a batch of messages. After a reform the body that goes on with the work is asked for. */
export const readDirectory = async (db: Db, org: OrganisationState, now: Instant): Promise<Directory> => {
  const [all, set, own] = await Promise.all([addresses(db), settings(db), ownMailboxes(db)]);
  const accounts = accountTables(db);
  const people = new Map<BodyId, ReturnType<typeof colleaguesIn>>();
  const peopleIn = (body: BodyId) => {
    const known = people.get(body) ?? colleaguesIn(accounts, org, body, now);
    people.set(body, known);
    return known;
  };
  const today = (body: BodyId): BodyId => successorOf(org, body, dayOf(now)) ?? body;
  const of = (body: BodyId, channel: Address['channel'], post: Post): string[] =>
    all
      .filter((each) => each.body === today(body) && each.channel === channel && serves(each, post))
      .map(({ address }) => address);

  const personal = async ({ to, post, kind }: Notice): Promise<string[]> => {
    if (own.size === 0) return [];
    const holders = await peopleIn(today(to));
    return holders.flatMap((holder: { person: PersonRef; post: Post }) => {
      const preference = own.get(holder.person);
      const isAddressed = post === 'member' || holder.post === 'head';
      return preference?.mail && isAddressed && wants(preference, kind) ? [preference.mail] : [];
    });
  };
  return {
    settingOf: (body) => set.get(today(body)) ?? USUAL_SETTING,
    mailboxesOf: async (notice) => ({ to: of(notice.to, 'mail', notice.post), hidden: await personal(notice) }),
    webhooksOf: (notice) => ({ to: of(notice.to, 'webhook', notice.post), hidden: [] }),
  };
};
