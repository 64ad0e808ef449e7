/** Minutes: of the assignment conference and the rehearsals, and of debrief and conference at the end. */
import type { Rehearsal, Task } from '../../domain/exercise/index.ts';
import { standingAgency } from '../../domain/exercise/rights.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import { limitsOf } from '../../domain/review/state.ts';
import { type LocalDate, yearOf } from '../../domain/time.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { dayInWords } from '../model/words.ts';
import { issuerOf, paperOf } from './frame.ts';
import { officeName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import {
  column,
  count,
  date,
  heading,
  item,
  numbered,
  ORDER,
  opening,
  sentence,
  share,
  table,
  text,
  within,
} from './text.ts';

export interface Meeting {
  readonly of: string;
  readonly name: string;
}

const STEPS: Readonly<Record<Rehearsal['step'], string>> = {
  practice: 'luyện tập khung',
  trialRun: 'diễn tập thử, sơ duyệt',
  finalRehearsal: 'tổng duyệt',
};

/** The conference that gives out the work, in the city's and in the commune's template. */
const conference = ({ exercise }: Sources): Task | undefined => exercise.tasks[exercise.tasks.C13 ? 'C13' : 'X07'];

export const meetings = (sources: Sources): Meeting[] => [
  ...(conference(sources) ? [{ of: 'assignment', name: 'Hội nghị triển khai, giao nhiệm vụ' }] : []),
  ...sources.exercise.rehearsals.map(({ id, step, date: day }) => ({
    of: id,
    name: `${opening(STEPS[step])}, ${date(day)}`,
  })),
];

/** What every record of a meeting begins and ends with; place, hours and names are filled in by hand. */
const record = (
  sources: Sources,
  kind: 'minutes' | 'closing',
  issued: Issued | null,
  what: { name: string; day: LocalDate | null; body: readonly Block[] },
): PaperDocument => {
  const { exercise } = sources;
  const paper = paperOf(sources, kind, issued, {
    type: 'Biên bản',
    subject: `${opening(what.name)} – ${within(exercise.theme)}`,
    body: [
      text(`Thời gian: … giờ … phút, ${what.day ? dayInWords(what.day) : 'ngày …'}.`),
      text('Địa điểm: ……………………………………………………'),
      text(
        `Chủ trì: ${officeName(sources, issuerOf(sources, kind).body)}. Thư ký: ${officeName(sources, standingAgency(exercise))}.`,
      ),
      text('Thành phần: đại diện các cơ quan, đơn vị tham gia diễn tập (có danh sách kèm theo).'),
      ...what.body,
      text('Biên bản kết thúc vào … giờ … phút cùng ngày, đã đọc lại cho các thành phần dự nghe và thống nhất./.'),
    ],
    signatures: [{ lines: ['Thư ký'] }, { lines: ['Chủ trì'] }],
    recipients: ['Các thành phần dự họp', 'Lưu: VT, hồ sơ diễn tập'],
  });
  return { ...paper, year: yearOf(issued?.date ?? what.day ?? sources.day) };
};

const assignment = (sources: Sources): { name: string; day: LocalDate | null; body: readonly Block[] } => {
  const { exercise } = sources;
  const task = conference(sources);
  const owners = new Map<string, number>();
  for (const { owner } of Object.values(exercise.tasks)) {
    const name = officeName(sources, owner);
    owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  return {
    name: 'hội nghị triển khai, giao nhiệm vụ diễn tập',
    day: task?.submission?.evidence.date ?? task?.due ?? null,
    body: [
      heading('I. NỘI DUNG'),
      item('Quán triệt chỉ thị, nghị quyết, quyết định và kế hoạch diễn tập.'),
      item(`Giao ${count(Object.keys(exercise.tasks).length)} việc cho các cơ quan, đơn vị, cụ thể:`),
      table(
        [ORDER, column('Cơ quan, đơn vị chủ trì', 64), column('Số việc', 20, 'centre')],
        numbered([...owners].sort(([a], [b]) => a.localeCompare(b, 'vi')).map(([name, n]) => [name, count(n)])),
      ),
      heading('II. Ý KIẾN THẢO LUẬN'),
      text('…………………………………………………………………………'),
      heading('III. KẾT LUẬN CỦA CHỦ TRÌ'),
      item(
        'Thống nhất phân công nhiệm vụ như trên; các cơ quan, đơn vị thực hiện đúng thời hạn, báo cáo cơ quan thường trực khi hoàn thành.',
      ),
    ],
  };
};

const rehearsal = (sources: Sources, held: Rehearsal): { name: string; day: LocalDate; body: readonly Block[] } => {
  const issues = sources.exercise.issues.filter((issue) => issue.rehearsal === held.id);
  const attended =
    held.attended === null || held.expected === null ? 'chưa ghi nhận' : share(held.attended, held.expected);
  return {
    name: STEPS[held.step],
    day: held.date,
    body: [
      heading('I. KẾT QUẢ'),
      text(`Khung tập có mặt: ${attended}.`),
      heading('II. TỒN TẠI VÀ PHÂN CÔNG KHẮC PHỤC'),
      table(
        [ORDER, column('Tồn tại', 46), column('Cơ quan khắc phục', 28), column('Thời hạn', 16, 'centre')],
        numbered(issues.map((issue) => [issue.text, officeName(sources, issue.owner), date(issue.due)])),
        { empty: 'Không có tồn tại' },
      ),
      heading('III. KẾT LUẬN CỦA CHỦ TRÌ'),
      item(
        'Các cơ quan khắc phục tồn tại đúng thời hạn; cơ quan thường trực kiểm tra, xác nhận và báo cáo trước bước tiếp theo.',
      ),
    ],
  };
};

/** `of`: `assignment`, or the id of a rehearsal. */
export const minutes = (sources: Sources, of: string, issued: Issued | null): PaperDocument => {
  const held = sources.exercise.rehearsals.find(({ id }) => id === of);
  return record(sources, 'minutes', issued, held ? rehearsal(sources, held) : assignment(sources));
};

export const closings = ({ review }: Sources): Meeting[] => [
  ...(review?.debrief ? [{ of: 'debrief', name: `Rút kinh nghiệm tại chỗ, ${date(review.debrief.date)}` }] : []),
  ...(review?.held ? [{ of: 'conference', name: `Hội nghị tổng kết, ${date(review.held.date)}` }] : []),
];

const points = (list: readonly { readonly text: string }[]): Block[] =>
  list.length > 0 ? list.map((each) => item(sentence(each.text))) : [item('Không có.')];

const debrief = (review: ReviewState): Block[] => {
  const all = review.debrief?.points ?? [];
  return [
    heading('I. ƯU ĐIỂM'),
    ...points(all.filter(({ kind }) => kind === 'strength')),
    heading('II. HẠN CHẾ'),
    ...points(all.filter(({ kind }) => kind === 'limit')),
    heading('III. KẾT LUẬN CỦA CHỦ TRÌ'),
    item(
      'Ghi nhận ưu điểm; các hạn chế được đưa vào báo cáo tổng kết để phân tích nguyên nhân và phân công khắc phục.',
    ),
  ];
};

const finalConference = (review: ReviewState): Block[] => [
  heading('I. NỘI DUNG'),
  item('Thông qua báo cáo tổng kết, rút kinh nghiệm diễn tập.'),
  ...(review.result ? [item(`Công bố kết quả: ${String(review.result.points).replace('.', ',')} điểm.`)] : []),
  heading('II. HẠN CHẾ PHẢI KHẮC PHỤC'),
  ...points(limitsOf(review)),
  heading('III. KẾT LUẬN CỦA CHỦ TRÌ'),
  item(
    `Giao ${count(Object.keys(review.actions).length)} biện pháp khắc phục cho các cơ quan, đơn vị; kiểm tra lại trong lần diễn tập sau.`,
  ),
];

/** `of`: `debrief` or `conference`. */
export const closing = (sources: Sources, of: string, issued: Issued | null): PaperDocument => {
  const { review } = sources;
  if (!review) throw new TypeError('no review to keep minutes of');
  return of === 'debrief'
    ? record(sources, 'closing', issued, {
        name: 'rút kinh nghiệm tại chỗ',
        day: review.debrief?.date ?? null,
        body: debrief(review),
      })
    : record(sources, 'closing', issued, {
        name: 'hội nghị tổng kết',
        day: review.held?.date ?? null,
        body: finalConference(review),
      });
};
