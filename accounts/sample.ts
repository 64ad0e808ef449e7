/** Accounts that come with the sample season: one for each group, and a commune's. Never in an installation without it. */
import type { BodyId, PersonRef } from '../domain/people.ts';
import { localDate } from '../domain/time.ts';
import type { Administration } from './administration.ts';
import { type Hasher, oneTimePassword } from './password.ts';
import type { AccountsDb } from './tables.ts';
import { setPassword } from './user-store.ts';

/** The password of sample accounts where only this machine can reach them. */
export const SAMPLE_PASSWORD = 'san-sang-2022';

interface SampleAccount {
  readonly userName: string;
  readonly name: string;
  /** A person of the sample's organisation; what he heads follows from there. */
  readonly person: string;
  readonly bodies: readonly string[];
}

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  {
    userName: 'tham-muu',
    name: 'Cơ quan thường trực (mẫu)',
    person: 'sa-1.tam-ky',
    // postponing is for the military party committee, whose daily work the staff does
    bodies: ['tam-ky.SA', 'tam-ky.MPC', 'tam-ky.OB', 'tam-ky.CLERK'],
  },
  { userName: 'y-te', name: 'Y tế (mẫu)', person: 'hea-1.tam-ky', bodies: ['tam-ky.HEA'] },
  {
    userName: 'bao-dam',
    name: 'Ban Bảo đảm phường Phước Hòa (mẫu)',
    person: 'sup-1.phuoc-hoa',
    bodies: ['phuoc-hoa.SUP'], // has a returned task on the sample's day
  },
  { userName: 'lanh-dao', name: 'Lãnh đạo (mẫu)', person: 'sb-1.tam-ky', bodies: ['tam-ky.SB', 'tam-ky.SC'] },
  {
    userName: 'phuoc-hoa',
    name: 'Ban CHQS phường Phước Hòa (mẫu)',
    person: 'cmc-1.phuoc-hoa',
    bodies: ['phuoc-hoa.CMC'],
  },
  {
    userName: 'chuong-trinh',
    name: 'Cán bộ theo dõi chương trình (mẫu)',
    person: 'sa-1.cu-kuin',
    bodies: ['cu-kuin.SA', 'dak-lak.SA', 'kim-bang.SA', 'kon-tum.SA', 'tam-ky.SA'],
  },
];

const FROM = localDate('2020-01-01');

interface SampleDeps {
  readonly db: AccountsDb;
  readonly hasher: Hasher;
  readonly administration: Administration;
}

/**
 * Makes those that are missing. The known password stands only where nobody else reaches this machine: elsewhere a random
 * one takes its place, also on accounts that still have the known one. Gives what is to be told now, by user name.
 */
export const ensureSampleAccounts = async (
  { db, hasher, administration }: SampleDeps,
  { onlyThisMachine }: { readonly onlyThisMachine: boolean },
): Promise<readonly { readonly userName: string; readonly password: string }[]> => {
  const told: { userName: string; password: string }[] = [];
  const random = oneTimePassword();
  for (const { userName, name, person, bodies } of SAMPLE_ACCOUNTS) {
    const found = await db
      .selectFrom('accounts.user as u')
      .innerJoin('accounts.account as a', 'a.userId', 'u.id')
      .select(['u.id', 'a.password'])
      .where('u.username', '=', userName)
      .where('a.providerId', '=', 'credential')
      .executeTakeFirst();
    const isKnown = found?.password ? await hasher.verify(SAMPLE_PASSWORD, found.password) : false;
    if (!found) {
      const duties = bodies.map((body) => ({
        ...{ body: body as BodyId, post: 'member' as const, from: FROM, to: null, acting: false }, // a body of the sample
      }));
      const password = onlyThisMachine ? SAMPLE_PASSWORD : random;
      await administration.create({ userName, name, person: person as PersonRef, isAdmin: false, duties }, password);
      told.push({ userName, password });
    } else if (isKnown && onlyThisMachine) told.push({ userName, password: SAMPLE_PASSWORD });
    else if (isKnown) {
      const hash = await hasher.hash(random);
      await db.transaction().execute((tx) => setPassword(tx, found.id, { hash, mustChangePassword: false }));
      told.push({ userName, password: random });
    }
  }
  return told;
};
