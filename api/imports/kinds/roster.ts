/** Named rosters: sealed as they are kept, told to the drill by number alone. All of a file, or its good rows, are one act. */
import { setTimeout as delay } from 'node:timers/promises';
import { RetainUntil, RosterRow } from '../../../db/sealed/person.ts';
import { keepRoster, ordersNamed, withdrawRoster } from '../../../db/sealed/roster-store.ts';
import type { SealKey } from '../../../db/sealed/seal.ts';
import type { NoteRoster } from '../../../domain/drill/roster.ts';
import { EntityId, streamId } from '../../../domain/streams.ts';
import { dayOf } from '../../../domain/time.ts';
import type { ApiDeps, SendResult } from '../../deps.ts';
import { Problem } from '../../problems/index.ts';
import { calledNow } from '../../queries/names.ts';
import type { Column } from '../columns.ts';
import { commandIdOf } from '../commands.ts';
import { fitting, RowFault, refusedRow, rowFault } from '../faults.ts';
import { type Asked, type Bad, type Job, type Kind, metaOf, type Taken } from '../kind.ts';
import { filled, KIND, ORDER, words } from './shared.ts';

const COLUMNS: readonly Column[] = [
  ORDER,
  KIND,
  {
    field: 'fullName',
    title: words('Họ và tên', 'Full name'),
    also: ['Họ tên', 'Chủ phương tiện'],
    type: 'text',
    example: 'Nguyễn Văn Mẫu',
  },
  {
    field: 'plate',
    title: words('Biển số', 'Plate'),
    also: ['Biển đăng ký', 'Biển kiểm soát'],
    type: 'text',
    example: '92C-000.00',
  },
  { field: 'yearOfBirth', title: words('Năm sinh', 'Year of birth'), type: 'whole', example: 1996 },
  {
    field: 'phone',
    title: words('Điện thoại', 'Telephone'),
    also: ['Số điện thoại', 'SĐT'],
    type: 'code',
    example: '0905 000 000',
  },
  {
    field: 'addressNote',
    title: words('Địa chỉ', 'Address'),
    also: ['Nơi ở', 'Ghi chú địa chỉ'],
    type: 'text',
    example: 'Thôn 2',
  },
];
const FIELDS = COLUMNS.map(({ field }) => field);

const RETAIN: Column = {
  field: 'retainUntil',
  title: words('Giữ đến hết ngày', 'Kept until'),
  type: 'date',
  note: words('Để trống thì theo quy định chung', 'Empty: by the policy'),
  example: '31/12/2027',
};

const drillOf = ({ target }: Job): EntityId => EntityId.parse(target);

const keyOf = ({ sealed }: ApiDeps): SealKey => {
  if (!sealed) throw new Problem('sealing-off');
  return sealed;
};

/** A file may say "0905123456" as a number; its first zero is put back. */
const phoneOf = (phone: unknown): unknown =>
  typeof phone === 'string' && /^[1-9]\d{8}$/.test(phone) ? `0${phone}` : phone;

/** Nothing that a problem says repeats what a cell holds. */
const open: Kind['open'] = async (deps, job) => {
  const { retainUntil } = job.settings;
  const today = dayOf(job.at);
  if (retainUntil !== undefined && String(retainUntil) < today)
    throw new Problem('retention-past', { retainUntil: String(retainUntil), today });
  const seen = new Set<string>();
  const taken = (order: string): void => {
    if (seen.has(order))
      throw rowFault('order', 'order-twice', 'Số lệnh này đã có ở dòng trên.', 'This order stands in a row above.');
    seen.add(order);
  };
  return async (rows) => {
    const read = rows.map(({ row, values }): Taken => {
      const { kind = 'reservist', phone, ...own } = values;
      try {
        const content = fitting(RosterRow, filled({ kind, ...own, phone: phoneOf(phone) }), FIELDS);
        taken(content.order);
        return { row, content };
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        return { row, problems: error.problems };
      }
    });
    const sound = read.filter((each): each is Asked => 'content' in each);
    const named = new Set(await ordersNamed(deps.db, drillOf(job), sound.map(rowOf)));
    return read.map((each) =>
      'content' in each && named.has(rowOf(each).order) ? { row: each.row, problems: [ALREADY] } : each,
    );
  };
};

const ALREADY = {
  field: 'order',
  code: 'order-named',
  vi: 'Lệnh này đã có tên trong đợt động viên.',
  en: 'This order already has a name in the drill.',
} as const;

const rowOf = ({ content }: Asked): RosterRow => content as RosterRow; // parsed above, kept sealed since

const tell = async (deps: ApiDeps, job: Job, commandId: string, note: NoteRoster): Promise<SendResult> => {
  for (let wait = 250; ; wait = Math.min(2 * wait, 10_000)) {
    const meta = metaOf(job, streamId('drill', drillOf(job)), commandId);
    const result = await deps.send({ ...meta, command: { ...note }, origin: 'person' });
    if (result.kind === 'accepted' || result.kind === 'rejected') return result;
    await delay(wait, undefined, { signal: job.signal });
  }
};

/** One sealed import with one entry in the drill's history. What the history refuses is taken back. */
const keep = async (deps: ApiDeps, job: Job, rows: readonly Asked[]): Promise<readonly Bad[]> => {
  const commandId = commandIdOf(job, rows);
  const retainUntil = RetainUntil.parse(job.settings.retainUntil);
  const roster = { drill: drillOf(job), commandId, rows: rows.map(rowOf), at: job.at, retainUntil };
  const kept = await keepRoster(deps.db, keyOf(deps), roster);
  if (kept.kind === 'named') {
    const named = new Set(kept.orders);
    return rows.filter((row) => named.has(rowOf(row).order)).map(({ row }) => ({ row, problems: [ALREADY] }));
  }
  const result = await tell(deps, job, commandId, { type: 'NoteRoster', count: kept.count, digest: kept.digest });
  if (result.kind !== 'rejected') return [];
  await withdrawRoster(deps.db, commandId);
  const problem = refusedRow(result.rejection, [], await calledNow(deps));
  return rows.map(({ row }) => ({ row, problems: [problem] }));
};

export const roster: Kind = {
  name: 'roster',
  title: words('Danh sách có tên', 'Named roster'),
  about: words(
    'Ghi họ tên, biển số cho lệnh gọi; được niêm phong ngoài nhật ký, không hiện lại ở trang này.',
    'Names for orders, sealed outside the history and not shown again on this page.',
  ),
  door: 'roster',
  columns: COLUMNS,
  settings: [RETAIN],
  sealed: true,
  mostRows: 100_000,
  mostAtOnce: 100_000,
  isOneAct: async () => true,
  open,
  carrier: { all: keep, some: keep },
};
