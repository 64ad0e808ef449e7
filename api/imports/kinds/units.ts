/** Units and communes. An organisation that is not entered yet is established by its first list of units. */
import { EstablishOrganisation } from '../../../domain/organisation/establish.ts';
import { OrganisationCommand } from '../../../domain/organisation/index.ts';
import { isEntered } from '../../../domain/organisation/lookup.ts';
import type { LEVELS } from '../../../domain/organisation/state.ts';
import { BODY_CODES, type BodyCode } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { LocalDate } from '../../../domain/time.ts';
import type { ApiDeps } from '../../deps.ts';
import { organisationNow } from '../../queries/names.ts';
import type { Values } from '../cells.ts';
import { type Column, folded } from '../columns.ts';
import { type Act, type CommandKind, carryCommands, openCommands } from '../commands.ts';
import { fitting, rowFault } from '../faults.ts';
import type { Asked, Job, Kind } from '../kind.ts';
import { createLook, idFromName, type Look } from '../lookup.ts';
import { DECISION, filled, paperOf, words } from './shared.ts';

/** Districts ended on this day (domain guide §2). */
const TWO_TIERS_FROM = '2025-07-01';

type Command = Act['commands'][number];
type AddUnit = Extract<OrganisationCommand, { type: 'AddUnit' }>;

const LEVEL_WORDS: Readonly<Record<(typeof LEVELS)[number], readonly string[]>> = {
  province: ['Tỉnh, thành phố', 'Tỉnh', 'Thành phố trực thuộc trung ương', 'Cấp tỉnh', 'Province'],
  region: ['Khu vực phòng thủ', 'Khu vực', 'Region'],
  district: ['Cấp huyện', 'Huyện', 'Quận', 'Thị xã', 'District'],
  commune: ['Cấp xã', 'Xã', 'Phường', 'Thị trấn', 'Đặc khu', 'Commune'],
  workplace: ['Cơ quan, tổ chức', 'Cơ quan', 'Doanh nghiệp', 'Workplace'],
};

export const NAME: Column = {
  field: 'nameVi',
  title: words('Tên', 'Name'),
  also: ['Tên địa bàn', 'Tên xã, phường', 'Tên đơn vị', 'Tên tiếng Việt', 'Vietnamese name'],
  type: 'text',
  required: true,
  example: 'xã Tân Thạnh',
};
export const NAME_EN: Column = {
  field: 'nameEn',
  title: words('Tên tiếng Anh', 'English name'),
  type: 'text',
  note: words('Để trống là tên tiếng Việt', 'Empty: the Vietnamese name'),
  example: 'Tân Thạnh commune',
};
const ID: Column = {
  field: 'id',
  title: words('Mã', 'Id'),
  also: ['Mã địa bàn', 'Mã đơn vị', 'Mã xã'],
  type: 'code',
  note: words(
    'Chữ thường, số, gạch nối; để trống thì lấy từ tên',
    'Lower case, digits, hyphens; empty: made of the name',
  ),
  example: 'tan-thanh',
};
const PARENT: Column = {
  field: 'parent',
  title: words('Cấp trên', 'Unit above'),
  also: ['Trực thuộc', 'Thuộc', 'Đơn vị cấp trên'],
  type: 'text',
  example: 'thành phố Tam Kỳ',
};
const BODY_LIST: Column = {
  field: 'bodies',
  title: words('Cơ quan', 'Bodies'),
  also: ['Các cơ quan', 'Mã cơ quan'],
  type: 'text',
  note: words(`Mã, cách nhau bởi dấu phẩy: ${BODY_CODES.join(', ')}`, `Codes, by commas: ${BODY_CODES.join(', ')}`),
  example: 'COM, CMC',
};

const codesOf = (text: string): BodyCode[] =>
  text.split(/[,;\s]+/).flatMap((each) => {
    if (each === '') return [];
    const code = BODY_CODES.find((known) => known === each.toUpperCase());
    if (code) return [code];
    throw rowFault('bodies', 'code-unknown', `Không có mã cơ quan “${each}”.`, `There is no body code "${each}".`);
  });

export const contextOf = async (deps: ApiDeps, job: Job) => {
  const org = await organisationNow(deps);
  const validFrom = LocalDate.parse(job.settings.validFrom);
  return { org, validFrom, paper: paperOf(job.settings), look: createLook(org, validFrom) };
};

export const parsed = (command: object, fields: readonly Column[]): Command =>
  fitting(
    OrganisationCommand,
    filled(command as Record<string, unknown>),
    fields.map(({ field }) => field),
  ) as Command; // one of its kinds

/** A unit above may stand in an earlier row of the same file. */
const parentIn = (look: Look, made: ReadonlyMap<string, string>, text: string): string => {
  const own = made.get(folded(text));
  return own ?? look.unit(text, 'parent');
};

type Settled = (values: Values) => {
  readonly level: unknown;
  readonly bodies: readonly BodyCode[];
  readonly parent?: string;
};
type Unit = AddUnit['unit'] & { readonly validFrom?: LocalDate | undefined };

/** The first list of units enters the organisation: its first row by itself in the check, all of them when it is carried out. */
const establishing = (units: readonly Unit[], validFrom: LocalDate): EstablishOrganisation =>
  EstablishOrganisation.parse({
    type: 'EstablishOrganisation',
    orgModel: validFrom < TWO_TIERS_FROM ? 'threeTier' : 'twoTier',
    validFrom,
    units,
  });

const unitReader =
  (columns: readonly Column[], settledBy: (job: Job) => Settled) => async (deps: ApiDeps, job: Job) => {
    const { org, validFrom, paper, look } = await contextOf(deps, job);
    const settled = settledBy(job);
    const made = new Map<string, string>();
    let isFirst = !isEntered(org);
    return ({ values }: { readonly values: Values }): Command => {
      const nameVi = String(values.nameVi);
      const id = String(values.id ?? idFromName(nameVi));
      const { level, bodies, parent = values.parent } = settled(values);
      const above = parent === undefined ? undefined : parentIn(look, made, String(parent));
      const unit = filled({ id, nameVi, nameEn: values.nameEn ?? nameVi, level, bodies, parent: above });
      const since = LocalDate.parse(values.validFrom ?? validFrom);
      const command = parsed({ type: 'AddUnit', unit, validFrom: since, paper }, columns) as AddUnit; // of that type
      for (const name of [id, nameVi]) made.set(folded(name), id);
      if (!isFirst) return command;
      isFirst = false;
      return establishing([{ ...command.unit, validFrom: since }], validFrom);
    };
  };

export const oneEach = (_: Job, rows: readonly Asked[]): readonly Act[] =>
  rows.map((row) => ({ rows: [row], commands: [row.content as Command] })); // made by the reader

const unitIn = ({ content }: Asked): Unit | null => {
  const command = content as AddUnit | EstablishOrganisation; // made by the reader
  return command.type === 'AddUnit' ? { ...command.unit, validFrom: command.validFrom } : (command.units[0] ?? null);
};

const unitKind = (columns: readonly Column[], settled: (job: Job) => Settled): CommandKind => ({
  columns,
  stream: () => ORGANISATION,
  reader: unitReader(columns, settled),
  acts: oneEach,
  whole: (job, rows) => {
    const [first] = rows;
    const founds = first && (first.content as Command).type === 'EstablishOrganisation';
    if (!founds) return null;
    return establishing(
      rows.flatMap((row) => unitIn(row) ?? []),
      LocalDate.parse(job.settings.validFrom),
    );
  },
});

export const kindOf = (shape: Pick<Kind, 'name' | 'title' | 'about' | 'settings'>, commands: CommandKind): Kind => ({
  ...shape,
  door: 'organisation',
  columns: commands.columns,
  sealed: false,
  mostRows: 5_000,
  mostAtOnce: 2_000,
  isOneAct: async (deps) => !isEntered(await organisationNow(deps)),
  open: openCommands(commands),
  carrier: carryCommands(commands),
});

export const SINCE: Column = {
  field: 'validFrom',
  title: words('Từ ngày', 'From'),
  also: ['Ngày thành lập', 'Có hiệu lực từ ngày'],
  type: 'date',
  note: words('Để trống là ngày có hiệu lực chung', 'Empty: the day that holds for all'),
  example: '01/07/2025',
};
const LEVEL: Column = {
  field: 'level',
  title: words('Cấp', 'Level'),
  also: ['Cấp hành chính', 'Loại'],
  type: 'choice',
  choices: LEVEL_WORDS,
  required: true,
  example: 'Cấp xã',
};

export const units = kindOf(
  {
    name: 'units',
    title: words('Địa bàn, đơn vị hành chính', 'Units'),
    about: words(
      'Thêm địa bàn mọi cấp cùng các cơ quan của nó. Nếu Hệ thống chưa có tổ chức, danh sách này lập tổ chức lần đầu; dòng đầu là cấp cao nhất, nơi đồng chí công tác.',
      'Adds units of every level with their bodies. Where no organisation is entered yet, the list enters it; its first row is the highest unit, where you act.',
    ),
    settings: DECISION,
  },
  unitKind([ID, NAME, NAME_EN, LEVEL, PARENT, BODY_LIST, SINCE], () => ({ level, bodies }) => ({
    level,
    bodies: codesOf(String(bodies ?? '')),
  })),
);

export const communes = kindOf(
  {
    name: 'communes',
    title: words('Danh sách xã, phường', 'List of communes'),
    about: words(
      'Thêm các xã, phường của một tỉnh, thành phố; mỗi nơi có Đảng ủy, UBND (COM) và Ban CHQS (CMC).',
      'Adds the communes of one province or city, each with its committee (COM) and military command (CMC).',
    ),
    settings: [{ ...PARENT, required: true }, ...DECISION],
  },
  unitKind([NAME, ID, NAME_EN, SINCE], ({ settings }) => () => ({
    level: 'commune',
    bodies: ['COM', 'CMC'],
    parent: String(settings.parent),
  })),
);
