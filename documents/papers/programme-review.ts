/**
 * The review report of a programme (báo cáo sơ kết, tổng kết): a draft from the figures as they stand while the review is
 * open, final from the frozen ones once the meeting was held.
 */

import { requirementText } from '../../domain/labels/figures-programme.ts';
import { inText } from '../../domain/labels/format.ts';
import {
  PROGRAMME_KIND_NAMES,
  RECOMMENDATION_STATUSES,
  REVIEW_KIND_NAMES,
  reviewName,
} from '../../domain/labels/words-programme.ts';
import type { Recommendation } from '../../domain/programme/state.ts';
import { kindRule, programmeIssue, readNumber } from '../../domain/register/index.ts';
import type { Paper } from '../../domain/text.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { dayInWords } from '../model/words.ts';
import { framed } from './frame.ts';
import { lawsOn } from './laws.ts';
import { officeName, partyOffice, unitName } from './offices.ts';
import { type ProgrammeSources, type ReviewSources, reviewSources } from './programme.ts';
import { results, shortfalls } from './programme-results.ts';
import type { Issued } from './sources.ts';
import { column, count, date, days, heading, item, numbered, ORDER, sentence, table, text } from './text.ts';

/** Types of papers by the first part of their symbol (Decree 30/2020/NĐ-CP, Guidance 36-HD/VPTW). */
const TYPES: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  CTPH: 'Chương trình phối hợp',
  CTR: 'Chương trình',
  ĐA: 'Đề án',
  HD: 'Hướng dẫn',
  KH: 'Kế hoạch',
  KL: 'Kết luận',
  QĐ: 'Quyết định',
};

const cited = ({ number, date: day, issuer }: Paper, otherwise = 'văn bản'): string => {
  const [, type = ''] = /^[/-](\p{L}+)/u.exec(readNumber(number)?.symbol ?? '') ?? [];
  return `${TYPES[type.toLocaleUpperCase('vi')] ?? otherwise} số ${number} ${dayInWords(day)} của ${issuer}`;
};

const isParty = ({ now, organisation }: ReviewSources): boolean =>
  programmeIssue(now, now.orgUnit, organisation).form === 'party36';

const bases = (sources: ReviewSources): string[] => {
  const { now, review, day } = sources;
  const { signed, basis } = now;
  return [
    ...(isParty(sources) ? [] : lawsOn(day, ['defence', 'militia'])),
    ...basis.map((paper) => `Căn cứ ${cited(paper)}`),
    ...(signed ? [`Căn cứ ${cited(signed.paper, inText(PROGRAMME_KIND_NAMES[now.kind].vi))}`] : []),
    ...(review.held
      ? [`Căn cứ Biên bản hội nghị số ${review.held.minutes.number} ${dayInWords(review.held.minutes.date)}`]
      : []),
  ];
};

/** `Sơ kết giữa kỳ`; one of its own number is called by its kind and its period. */
const called = ({ review: { review, kind, from, to } }: ReviewSources): string => {
  const name = reviewName(review, 'vi');
  return name === review ? `${REVIEW_KIND_NAMES[kind].vi} (${days(from, to)})` : name;
};

const general = (sources: ReviewSources): Block[] => {
  const { now, review } = sources;
  const { term, parties, conference } = now;
  const missing = review.held
    ? review.held.missing
    : Object.values(review.duties).flatMap(({ body, contribution }) => (contribution ? [] : [body]));
  const named = (bodies: readonly (typeof parties)[number][]): string =>
    bodies.map((body) => officeName(sources.names, body)).join('; ');
  return [
    text(`“${now.title}” được thực hiện ${days(term.from, term.to)} tại ${unitName(sources.names, now.orgUnit)}.`),
    text(`Các bên tham gia: ${named(parties)}.`),
    ...(conference
      ? [text(`Hội nghị song phương ngày ${date(conference.date)}, biên bản số ${conference.minutes.number}.`)]
      : []),
    text(`Thời gian đánh giá: ${days(review.from, review.to)}.`),
    text(
      review.held
        ? `Hội nghị được tổ chức ngày ${date(review.held.date)}, biên bản số ${review.held.minutes.number}.`
        : `Hội nghị dự kiến ngày ${date(review.due)}.`,
    ),
    ...(missing.length > 0 ? [text(`Chưa gửi báo cáo: ${named(missing)}.`)] : []),
  ];
};

const reports = (sources: ReviewSources): Block[] => {
  const { review } = sources;
  const given = Object.values(review.duties).flatMap(({ body, contribution }) =>
    contribution ? [item(`${officeName(sources.names, body)}: ${sentence(contribution.text)}`)] : [],
  );
  return [
    ...(given.length > 0 ? given : [item('Chưa có báo cáo của các bên.')]),
    ...(review.held ? [text(`Kết luận hội nghị: ${sentence(review.held.conclusion)}`)] : []),
  ];
};

const work = (sources: ReviewSources, rows: readonly Recommendation[]): Block =>
  table(
    [
      ORDER,
      column('Nội dung', 42),
      column('Chủ trì', 26),
      column('Thời hạn', 14, 'centre'),
      column('Tình trạng', 16, 'centre'),
    ],
    numbered(
      rows.map(({ id, text: what, owner, due, status, clearedOn }) => [
        `${id}. ${sentence(what)}`,
        officeName(sources.names, owner),
        date(due),
        clearedOn
          ? `Xong ngày ${date(clearedOn)}`
          : due < sources.day
            ? `${RECOMMENDATION_STATUSES[status].vi}, quá hạn`
            : RECOMMENDATION_STATUSES[status].vi,
      ]),
    ),
  );

const recommendations = (sources: ReviewSources): Block[] => {
  const { now, review } = sources;
  const all = Object.values(now.recommendations);
  const left = all.filter((each) => each.review !== review.review && each.status !== 'confirmed');
  const own = all.filter((each) => each.review === review.review);
  return [
    own.length > 0 ? work(sources, own) : item('Không có kiến nghị.'),
    ...(left.length > 0 ? [text('Kiến nghị của các kỳ khác chưa xong:'), work(sources, left)] : []),
  ];
};

const adjusted = ({ now, review }: ReviewSources): Block[] => {
  const changes = Object.values(now.indicators).flatMap((indicator) =>
    indicator.history.filter((change) => change.review === review.review).map((change) => ({ indicator, ...change })),
  );
  if (changes.length === 0) return [item('Không điều chỉnh chỉ tiêu.')];
  return [
    table(
      [
        ORDER,
        column('Chỉ tiêu', 32),
        column('Áp dụng', 14, 'centre'),
        column('Đã giao', 15, 'centre'),
        column('Điều chỉnh', 15, 'centre'),
        column('Lý do, căn cứ', 26),
      ],
      numbered(
        changes.map(({ indicator: { code, nameVi, comparator, unit }, column: when, from, to, reason, paper }) => [
          `${code}. ${nameVi}`,
          when === 'term' ? 'Cả giai đoạn' : `Năm ${when}`,
          from === null ? '–' : requirementText(comparator, from, unit, 'vi'),
          requirementText(comparator, to, unit, 'vi'),
          [reason, paper && `${paper.number} ngày ${date(paper.date)}`].filter(Boolean).join('; '),
        ]),
      ),
    ),
  ];
};

const AWARDED = { collective: 'tập thể', individual: 'cá nhân' } as const;
const commendations = ({ now, review }: ReviewSources): Block[] => {
  const own = now.commendations.filter((each) => each.review === review.review);
  return own.length === 0
    ? [item('Chưa xét khen thưởng.')]
    : own.map(({ form, authority, kind, paper, count: of }) =>
        item(
          `${form} của ${authority} cho ${count(of)} ${AWARDED[kind]} (số ${paper.number} ngày ${date(paper.date)}).`,
        ),
      );
};

const chapters = (sources: ReviewSources): readonly (readonly [string, readonly Block[]])[] => [
  ['I. TÌNH HÌNH CHUNG', general(sources)],
  ['II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU', results(sources)],
  ['III. CHỈ TIÊU CHƯA ĐẠT, CHƯA CÓ DỮ LIỆU', shortfalls(sources)],
  ['IV. BÁO CÁO CỦA CÁC BÊN, KẾT LUẬN', reports(sources)],
  ['V. KIẾN NGHỊ, VIỆC PHẢI LÀM', recommendations(sources)],
  ['VI. ĐIỀU CHỈNH CHỈ TIÊU', adjusted(sources)],
  ['VII. KHEN THƯỞNG', commendations(sources)],
];

const recipients = (sources: ReviewSources, issuer: string): string[] => {
  const { now } = sources;
  const over = [...new Set(now.approvers.map((body) => officeName(sources.names, body)))].filter(
    (name) => name !== issuer,
  );
  return [
    ...over.map((name) => `${name} (để báo cáo)`),
    'Các bên tham gia chương trình',
    isParty(sources) ? 'Lưu VPĐU' : 'Lưu: VT, hồ sơ chương trình',
  ];
};

/** Throws `programme-review-unknown`; a review that has not opened is not offered. */
export const programmeReview = (sources: ProgrammeSources, id: string, issued: Issued | null): PaperDocument => {
  const of = reviewSources(sources, id);
  const { now, names } = of;
  const { form, body, symbol } = programmeIssue(now, now.orgUnit, sources.organisation);
  const office = form === 'party36' ? partyOffice(names, body) : officeName(names, body);
  const name = called(of);
  const made = {
    title: `${kindRule('programme-review').name.vi} – ${now.title}`,
    at: sources.at,
    source: `programme/${sources.id} v${now.version}`,
  };
  return framed(names, { form, issuer: body, symbol, marking: null, made, day: sources.day }, issued, {
    type: 'Báo cáo',
    subject: `${name} thực hiện ${now.title}`,
    bases: bases(of),
    body: [
      text(`${office} báo cáo ${inText(name)} như sau:`),
      ...chapters(of).flatMap(([title, blocks]) => [heading(title), ...blocks]),
      text(`Trên đây là báo cáo ${inText(name)}./.`),
    ],
    recipients: recipients(of, officeName(names, body)),
  });
};
