/** Who a request comes from: asked of the database each time, so a right or a session that has ended ends here. */
import { sql } from 'kysely';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { Actor, PersonRef } from '../domain/people.ts';
import type { Instant } from '../domain/time.ts';
import { IDLE_SECONDS } from './auth.ts';
import { CONFIRMED_SECONDS } from './confirm.ts';
import { csrfOf, sessionTokenIn } from './cookie.ts';
import { type Duty, dutiesAt } from './duties.ts';
import type { AccountsDb, DutyRow } from './tables.ts';
import { toDuty } from './user-store.ts';

export interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
  /** Does not count as an act of the person. */
  readonly passive?: true;
}

/** Everything that is known of the person behind a session, now. */
export interface Known {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly person: PersonRef | null;
  readonly sessionId: string;
  readonly token: string;
  readonly isAdmin: boolean;
  readonly mustChangePassword: boolean;
  readonly twoFactor: boolean;
  /** Signed in, or gave his password again, within the last minutes. */
  readonly isConfirmed: boolean;
  /** In force today; empty when the account is tied to no person. */
  readonly duties: readonly Duty[];
  /** The duty chosen for this session while it is in force, else the first. */
  readonly acting: Duty | null;
  readonly actor: Actor | null;
  readonly csrf: string;
}

export interface IdentifyDeps {
  readonly db: AccountsDb;
  readonly secret: string;
  readonly secure: boolean;
  /** Business time: duties and delegations count by its day. */
  readonly clock: () => Instant;
  readonly organisation: () => Promise<OrganisationState>;
}

interface Row {
  readonly session: string;
  readonly user: string;
  readonly username: string;
  readonly name: string;
  readonly person: string | null;
  readonly role: string | null;
  readonly must_change: boolean | null;
  readonly two_factor: boolean | null;
  readonly acting: string | null;
  readonly stale: boolean;
  readonly confirmed: boolean;
  /** JSON */
  readonly duties: string;
}

/** Seconds after which an act moves the idle limit again; so not every request writes. */
const SEEN_EVERY = 60;

const readSession = async (db: AccountsDb, token: string): Promise<Row | null> => {
  const { rows } = await sql<Row>`
    SELECT s.id AS session, u.id AS user, u.username, u.name, u.person, u.role, u."mustChangePassword" AS must_change,
      u."twoFactorEnabled" AS two_factor, s."actingBody" AS acting,
      s."lastSeenAt" < clock_timestamp() - make_interval(secs => ${SEEN_EVERY}::int) AS stale,
      greatest(s."createdAt", s."confirmedAt") > clock_timestamp() - make_interval(secs => ${CONFIRMED_SECONDS}::int)
        AS confirmed,
      (SELECT coalesce(json_agg(d ORDER BY d.id), '[]') FROM accounts.duty d WHERE d.user_id = u.id) AS duties
    FROM accounts.session s JOIN accounts."user" u ON u.id = s."userId"
    WHERE s.token = ${token} AND s."expiresAt" > clock_timestamp() AND u.banned IS NOT TRUE
      AND s."lastSeenAt" > clock_timestamp() - make_interval(secs => ${IDLE_SECONDS}::int)`.execute(db);
  return rows[0] ?? null;
};

const touch = async (db: AccountsDb, session: string): Promise<void> => {
  await sql`UPDATE accounts.session SET "lastSeenAt" = clock_timestamp() WHERE id = ${session}`.execute(db);
};

const dutiesOf = async (row: Row, { clock, organisation }: IdentifyDeps): Promise<readonly Duty[]> => {
  if (row.person === null) return [];
  const recorded = (JSON.parse(row.duties) as DutyRow[]).map(toDuty); // rows of the table
  return dutiesAt(await organisation(), row.person as PersonRef, recorded, clock()); // checked when written
};

/** Null when no session of ours is in force; a session ends after 12 hours, or 30 minutes without an act. */
export const createIdentify =
  (deps: IdentifyDeps) =>
  async ({ headers, passive }: Asked): Promise<Known | null> => {
    const token = sessionTokenIn(headers.cookie?.toString(), deps.secure, deps.secret);
    const row = token === null ? null : await readSession(deps.db, token);
    if (!row || token === null) return null;
    if (row.stale && !passive) await touch(deps.db, row.session);
    const duties = await dutiesOf(row, deps);
    const acting = duties.find(({ body }) => body === row.acting) ?? duties[0] ?? null;
    const person = row.person as PersonRef | null; // checked when written
    return {
      ...{ userId: row.user, userName: row.username, name: row.name, person, sessionId: row.session, token },
      isAdmin: row.role === 'admin',
      mustChangePassword: row.must_change === true,
      twoFactor: row.two_factor === true,
      isConfirmed: row.confirmed,
      ...{ duties, acting },
      actor: acting && person ? { person, body: acting.body, post: acting.post } : null,
      csrf: csrfOf(row.session, deps.secret),
    };
  };
