/** The award decision: one paper for the awards that were recorded under its number. Who they are is filled in by hand. */

import { unitOf } from '../../domain/people.ts';
import type { Award } from '../../domain/review/state.ts';
import type { PaperDocument } from '../model/paper.ts';
import { deciding, issuerOf, paperOf } from './frame.ts';
import { lawsOn } from './laws.ts';
import { officeName, unitName } from './offices.ts';
import { reviewOf } from './scoring.ts';
import type { Issued, Sources } from './sources.ts';
import { article, centred, column, count, numbered, ORDER, table } from './text.ts';

/** One choice for each paper under which awards were recorded, named by its first award. */
export const awardPapers = ({ review }: Sources): { readonly of: string; readonly name: string }[] => {
  const seen = new Map<string, Award>();
  for (const award of review?.awards ?? []) if (!seen.has(award.paper.number)) seen.set(award.paper.number, award);
  return [...seen.values()].map((award) => ({ of: award.id, name: `Số ${award.paper.number}` }));
};

const KIND = { collective: 'tập thể', individual: 'cá nhân' } as const;

/** The awards of one paper, and that paper as it was recorded. */
export const awardsOf = (sources: Sources, of: string): readonly Award[] => {
  const { awards } = reviewOf(sources);
  const first = awards.find(({ id }) => id === of);
  return first ? awards.filter(({ paper }) => paper.number === first.paper.number) : [];
};

export const award = (sources: Sources, of: string, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  const awards = awardsOf(sources, of);
  const said = awards.map((each) => `${each.form} cho ${count(each.count)} ${KIND[each.kind]}`).join(', ');
  const issuer = issuerOf(sources, 'award').body;
  const blank = awards.flatMap((each) =>
    Array.from({ length: Math.min(each.count, 200) }, () => [
      '',
      KIND[each.kind] === 'tập thể' ? 'Tập thể' : 'Cá nhân',
      each.form,
      '',
    ]),
  );
  return paperOf(sources, 'award', issued, {
    alone: true,
    type: 'Quyết định',
    subject: 'Về việc khen thưởng thành tích trong diễn tập',
    decidedBy: `Chủ tịch ${deciding(sources, 'award')}`,
    bases: [...lawsOn(sources.day, ['localGovernment', 'awards']), `Theo đề nghị của Ban Chỉ đạo diễn tập`],
    body: [
      centred('QUYẾT ĐỊNH:'),
      article(1, `Tặng ${said || '…'} đã có thành tích xuất sắc trong “${exercise.theme}” (có danh sách kèm theo).`),
      article(2, 'Tiền thưởng thực hiện theo quy định hiện hành từ quỹ thi đua, khen thưởng.'),
      article(
        3,
        `Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị có liên quan thuộc ${unitName(sources, unitOf(issuer))} và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ],
    recipients: ['Như Điều 3', 'Ban Chỉ đạo diễn tập', 'Lưu: VT, hồ sơ diễn tập'],
    appendices: [
      {
        title: 'DANH SÁCH KHEN THƯỞNG',
        subject: `(Kèm theo Quyết định${issued ? ` số ${issued.number}` : ''} của Chủ tịch ${officeName(sources, issuer)})`,
        landscape: false,
        body: [
          table(
            [
              ORDER,
              column('Tên tập thể, họ và tên cá nhân', 44),
              column('Đối tượng', 16, 'centre'),
              column('Hình thức', 18, 'centre'),
              column('Ghi chú', 14),
            ],
            numbered(blank),
          ),
        ],
      },
    ],
  });
};
