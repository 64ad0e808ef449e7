/**
 * A review report of at least 40 pages through the thread that the API writes with. Beside it the same words as bare
 * paragraphs, without tables, head and signature: what the library needs for the text alone.
 */
import { createRenderer, type PaperDocument } from '../documents/index.ts';
import { instant } from '../domain/time.ts';

const SENTENCE =
  'Đơn vị xử lý tình huống đúng trình tự, báo cáo kịp thời theo số 12-NQ/ĐUQS, phối hợp giữa các lực lượng còn chậm ở khâu nhận lệnh';
const ROWS = 700;

type Body = PaperDocument['body'];

const reportOf = (body: Body): PaperDocument => ({
  ...{ profile: 'decree30', parent: [], issuer: ['Ban Chỉ đạo diễn tập'], place: 'Tam Kỳ', date: null, year: 2022 },
  ...{ number: { value: null, symbol: '/BC-BCĐ' }, type: 'Báo cáo', subject: 'Tổng kết diễn tập', addressees: [] },
  ...{ decidedBy: null, bases: [], body, signatures: [{ lines: ['Trưởng ban'] }], recipients: ['Lưu: VT'] },
  ...{ appendices: [], landscape: false, marking: null, draft: true },
  made: { title: 'Báo cáo', at: instant(Date.UTC(2022, 6, 20)), source: 'bench' },
});

const rows = Array.from({ length: ROWS }, (_, n) => [String(n + 1), '08:15 12/07/2022', SENTENCE, 'Hạn chế']);
const TABLE: Body = [
  {
    kind: 'table',
    columns: ['TT', 'Lúc', 'Nội dung', 'Loại'].map((head, n) => ({ head, width: [6, 16, 66, 14][n] ?? 1 })),
    rows,
    empty: '',
  },
];
const PLAIN: Body = rows.map((row) => ({ kind: 'text', text: row.join(' ') }));

export interface PapersBench {
  readonly pages: number;
  /** Milliseconds: the first paper of a process, and the median of the next ones. */
  readonly cold: number;
  readonly pdf: number;
  readonly docx: number;
  readonly plain: number;
  /** The longest time for which the API's own thread stood still meanwhile. */
  readonly stall: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function papersBench({ turns = 5 } = {}): Promise<PapersBench> {
  const renderer = createRenderer();
  const [report, bare] = [reportOf(TABLE), reportOf(PLAIN)];
  let last = performance.now();
  let stall = 0;
  const watch = setInterval(() => {
    stall = Math.max(stall, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  try {
    const cold = await timed(() => renderer.render(report, 'pdf'));
    const bytes = await renderer.render(report, 'pdf');
    const times = { pdf: [] as number[], docx: [] as number[], plain: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      times.pdf.push(await timed(() => renderer.render(report, 'pdf')));
      times.docx.push(await timed(() => renderer.render(report, 'docx')));
      times.plain.push(await timed(() => renderer.render(bare, 'pdf')));
    }
    const pages = (bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
    return { pages, cold, pdf: median(times.pdf), docx: median(times.docx), plain: median(times.plain), stall };
  } finally {
    clearInterval(watch);
    await renderer.close();
  }
}
