/**
 * Sends what is due by one channel until nothing is. Each message is taken, tried and settled by itself; one that is refused
 * holds nobody up. Throws `ChannelAway` when the server as a whole does not answer: what was taken waits again.
 */
import { type Db, isUnavailable } from '../db/connect.ts';
import { acknowledgedAmong } from '../db/delivery/answered.ts';
import {
  claimDue,
  createSettler,
  type Ending,
  type Outgoing,
  outboxStanding,
  recoverSending,
  release,
  whileSending,
} from '../db/delivery/outbox.ts';
import { wordings } from '../db/delivery/settings.ts';
import { subjectsOf } from '../db/delivery/subjects.ts';
import type { Calendar } from '../domain/calendar/index.ts';
import { heldUntil, isForDigest, isUrgent } from '../domain/delivery/index.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import { type Instant, instant, toMs } from '../domain/time.ts';
import { type Addressees, type Directory, readDirectory } from './addressees.ts';
import { ChannelAway, type Outcome, type Sender, shortly } from './channel.ts';
import { composed, type World } from './compose.ts';

export interface DeliverDeps {
  readonly db: Db;
  readonly sender: Sender;
  /** Business time now; goes on while messages are sent. */
  readonly now: () => Instant;
  /** The organisation and calendar now. */
  readonly world: () => Promise<{ readonly organisation: OrganisationState; readonly calendar: Calendar }>;
  readonly publicUrl?: string | undefined;
  /** Called at least with every message; throws to end early. */
  readonly beat?: () => void;
  /** Called between the acceptance of a message and its recording (test of a crash at that moment). */
  readonly afterAccepted?: () => void;
  readonly atOnce?: number;
}

export interface Delivered {
  readonly sent: number;
  /** When the next message is due, in business time; null when none waits. */
  readonly nextAt: Instant | null;
}

const BATCH = 100;
const AT_ONCE = 8;
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;
/** As long as mail servers themselves try (RFC 5321, 4.5.4.1). */
const GIVE_UP_MS = 5 * 24 * 60 * MINUTE_MS;

/** When a message that was refused for now is tried again: after 1, 2, 4 … 60 minutes. */
export const retryAt = (now: Instant, attempts: number): Instant =>
  instant(toMs(now) + Math.min(LONGEST_PAUSE_MS, MINUTE_MS * 2 ** Math.max(0, attempts - 1)));

const endingOf = (outcome: Outcome, { attempts, firstTriedAt }: Outgoing, now: Instant): Ending => {
  if (outcome.kind === 'sent') return outcome;
  const { reason, permanent, untried } = outcome;
  if (untried) return { kind: 'later', type: 'held', reason, dueAt: retryAt(now, 1) };
  if (permanent || toMs(now) - toMs(firstTriedAt) > GIVE_UP_MS) return { kind: 'dead', reason };
  return { kind: 'later', reason, dueAt: retryAt(now, attempts) };
};

/** What a batch looks at, read once. */
interface Batch {
  readonly world: World;
  readonly directory: Directory;
  /** Notices of which the body has said that it knows. */
  readonly answered: ReadonlySet<string>;
}

const faulty = (error: unknown, message: Outgoing, now: Instant): Ending =>
  endingOf({ kind: 'refused', reason: `fault: ${shortly(String(error))}`, permanent: false }, message, now);

/** What keeps a message from going out now; null when nothing does. Nothing keeps what the ladder demands. */
const keptBack = (batch: Batch, { notice, noticeId }: Outgoing): Ending | null => {
  if (isUrgent(notice.kind)) return null;
  const { directory, answered, world } = batch;
  const setting = directory.settingOf(notice.to);
  if (setting.onlyDigest && isForDigest(notice.kind)) return { kind: 'silent', reason: 'digest' };
  if (answered.has(noticeId)) return { kind: 'silent', reason: 'acknowledged' };
  const until = notice.kind === 'digest' ? null : heldUntil(setting, world.calendar, world.now);
  return until === null ? null : { kind: 'later', type: 'held', reason: 'quiet', dueAt: until };
};

const addresseesOf = (sender: Sender, directory: Directory, { notice }: Outgoing): Promise<Addressees> | Addressees =>
  sender.channel === 'mail' ? directory.mailboxesOf(notice) : directory.webhooksOf(notice);

const sendOne = async (deps: DeliverDeps, batch: Batch, message: Outgoing): Promise<Ending> => {
  const kept = keptBack(batch, message);
  if (kept) return kept;
  const addressees = await addresseesOf(deps.sender, batch.directory, message);
  if (addressees.to.length + addressees.hidden.length === 0) return { kind: 'silent', reason: 'noAddress' };
  const letter = await composed(batch.world, message, addressees);
  if (!letter) return { kind: 'silent', reason: 'nothing' };
  const outcome = await deps.sender.send(letter);
  if (outcome.kind === 'sent') deps.afterAccepted?.();
  return endingOf(outcome, message, deps.now());
};

const worldOf = async (deps: DeliverDeps, batch: readonly Outgoing[]): Promise<World> => {
  const { db, publicUrl } = deps;
  const keys = batch.map(({ exercise, notice: { about, subject } }) => ({ exercise, about, subject }));
  const [{ organisation: org, calendar }, subjects, inForce] = await Promise.all([
    deps.world(),
    subjectsOf(db, keys),
    wordings(db),
  ]);
  return { db, org, calendar, now: deps.now(), subjects, wordings: inForce, publicUrl };
};

/** Sends a batch, several at once; what was not tried when the server went away is put back. */
const sendBatch = async (deps: DeliverDeps, batch: readonly Outgoing[]): Promise<number> => {
  const world = await worldOf(deps, batch);
  const [directory, answered] = await Promise.all([
    readDirectory(deps.db, world.org, world.now),
    acknowledgedAmong(
      deps.db,
      batch.map(({ noticeId }) => noticeId),
    ),
  ]);
  const looked: Batch = { world, directory, answered };
  const queue = [...batch];
  const untried: string[] = [];
  const settle = createSettler(deps.db);
  let away: ChannelAway | null = null;
  let sent = 0;
  const worker = async (): Promise<void> => {
    for (let message = queue.shift(); message; message = queue.shift()) {
      deps.beat?.();
      if (away) {
        untried.push(message.id);
        continue;
      }
      try {
        const ending = await sendOne(deps, looked, message);
        if (ending.kind === 'sent') sent += 1;
        await settle({ id: message.id, ending, now: deps.now() });
      } catch (error) {
        if (error instanceof ChannelAway) {
          away = error;
          untried.push(message.id);
        } else if (isUnavailable(error)) throw error;
        // a fault of the program with one message holds no other up
        else await settle({ id: message.id, ending: faulty(error, message, deps.now()), now: deps.now() });
      }
    }
  };
  await Promise.all(Array.from({ length: deps.atOnce ?? AT_ONCE }, worker));
  if (away) {
    await release(deps.db, untried, (away as ChannelAway).message, deps.now());
    throw away;
  }
  return sent;
};

/** Null when another process sends by this channel. */
export const deliverDue = (deps: DeliverDeps): Promise<Delivered | null> => {
  const { db, sender, now } = deps;
  return whileSending(db, sender.channel, async () => {
    await recoverSending(db, sender.channel, now());
    let sent = 0;
    for (;;) {
      deps.beat?.();
      const batch = await claimDue(db, sender.channel, now(), BATCH);
      if (batch.length === 0) break;
      sent += await sendBatch(deps, batch);
    }
    return { sent, nextAt: (await outboxStanding(db, sender.channel, now())).nextAt };
  });
};
