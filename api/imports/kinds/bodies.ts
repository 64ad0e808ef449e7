/** Bodies and posts of units that are there, and who holds the posts. */
import { ORGANISATION } from '../../../domain/streams.ts';
import type { Values } from '../cells.ts';
import type { Column } from '../columns.ts';
import type { Act } from '../commands.ts';
import { rowFault } from '../faults.ts';
import { idFromName, type Look } from '../lookup.ts';
import { DECISION, UNIT, words } from './shared.ts';
import { contextOf, kindOf, NAME, NAME_EN, oneEach, parsed, SINCE } from './units.ts';

type Command = Act['commands'][number];

const BODY: Column = {
  field: 'body',
  title: words('Cơ quan', 'Body'),
  also: ['Mã cơ quan', 'Tên cơ quan', 'Ban, ngành'],
  type: 'text',
  required: true,
  note: words(
    'Mã (tam-ky.POL), hoặc mã hay tên kèm cột địa bàn',
    'Its id (tam-ky.POL), or code or name beside the unit',
  ),
  example: 'POL',
};
const UNIT_BESIDE: Column = { ...UNIT, required: false };
const BODY_COLUMNS: readonly Column[] = [
  UNIT_BESIDE,
  BODY,
  {
    ...NAME,
    field: 'nameVi',
    title: words('Tên đầy đủ', 'Full name'),
    required: false,
    example: 'Công an xã Tân Thạnh',
  },
  NAME_EN,
  {
    field: 'headPost',
    title: words('Chức danh người đứng đầu', 'Title of its head'),
    also: ['Chức danh'],
    type: 'text',
    example: 'Trưởng Công an xã',
  },
  SINCE,
];

const bodyIn = (look: Look, { unit, body }: Values): string =>
  look.body(String(body), unit === undefined ? null : look.unit(String(unit), 'unit'), 'body');

export const bodies = kindOf(
  {
    name: 'bodies',
    title: words('Cơ quan, ban, ngành', 'Bodies'),
    about: words('Thêm cơ quan vào địa bàn đã có.', 'Adds bodies to units that are there.'),
    settings: DECISION,
  },
  {
    columns: BODY_COLUMNS,
    stream: () => ORGANISATION,
    reader: async (deps, job) => {
      const { validFrom, paper, look } = await contextOf(deps, job);
      return ({ values }) => {
        const { unit: _, validFrom: since = validFrom, ...own } = values;
        return parsed({ type: 'AddBody', ...own, body: bodyIn(look, values), validFrom: since, paper }, BODY_COLUMNS);
      };
    },
    acts: oneEach,
  },
);

const POST_COLUMNS: readonly Column[] = [
  UNIT_BESIDE,
  BODY,
  {
    field: 'post',
    title: words('Mã chức vụ', 'Post'),
    also: ['Chức vụ (mã)'],
    type: 'code',
    note: words('head là người đứng đầu; để trống thì lấy từ tên chức vụ', 'head heads it; empty: made of the title'),
    example: 'pho-1',
  },
  {
    field: 'title',
    title: words('Chức vụ', 'Title'),
    also: ['Tên chức vụ'],
    type: 'text',
    example: 'Phó Trưởng Công an xã',
  },
  {
    field: 'person',
    title: words('Mã người giữ', 'Holder'),
    also: ['Người giữ', 'Mã người'],
    type: 'code',
    note: words('Mã tham chiếu, không ghi họ tên', 'An opaque reference, never a name'),
    example: 'nv-07',
  },
  SINCE,
];

const postCommands = (
  values: Values,
  body: string,
  { since, paper }: { since: unknown; paper: unknown },
): Command[] => {
  const { title, person } = values;
  const post = String(values.post ?? (title === undefined ? 'head' : idFromName(String(title))));
  const commands: Command[] = [];
  if (post !== 'head')
    commands.push(parsed({ type: 'AddPost', body, post, title, validFrom: since, paper }, POST_COLUMNS));
  if (person !== undefined)
    commands.push(parsed({ type: 'AppointHolder', body, post, person, from: since, paper }, POST_COLUMNS));
  if (commands.length > 0) return commands;
  throw rowFault('person', 'missing', 'Chức vụ người đứng đầu cần mã người giữ.', 'A head post needs its holder.');
};

export const posts = kindOf(
  {
    name: 'posts',
    title: words('Chức vụ và người giữ', 'Posts and their holders'),
    about: words(
      'Thêm chức vụ vào cơ quan, ghi ai giữ từ ngày nào; người đứng đầu dùng mã chức vụ head.',
      'Adds posts to bodies and says who holds them since when; the head post is `head`.',
    ),
    settings: DECISION,
  },
  {
    columns: POST_COLUMNS,
    stream: () => ORGANISATION,
    reader: async (deps, job) => {
      const { validFrom, paper, look } = await contextOf(deps, job);
      return ({ values }) =>
        postCommands(values, bodyIn(look, values), { since: values.validFrom ?? validFrom, paper });
    },
    acts: (_, rows) => rows.map((row) => ({ rows: [row], commands: row.content as Command[] })), // made by the reader
  },
);
