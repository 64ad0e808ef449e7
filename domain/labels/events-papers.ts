/** Papers, approvals of gates and classification in words. */
import type { Fact } from '../decider.ts';
import type { ExerciseEvent } from '../exercise/index.ts';
import { GATE_NAMES } from '../template/gates.ts';
import type { GateCode } from '../template/index.ts';
import type { Paper } from '../text.ts';
import { blockerText } from './blockers.ts';
import { formatDate, formatNumber, type Language, many } from './format.ts';
import type { Names } from './names.ts';
import { BOARD_NAMES, LEVEL_NAMES, PAPER_PARTS, PAPERS } from './words.ts';

type PaperFact = Fact<
  Extract<
    ExerciseEvent,
    {
      type:
        | 'ResolutionIssued'
        | 'BoardEstablished'
        | 'FrameDecided'
        | 'PaperEntered'
        | 'PaperAmended'
        | 'PaperRevoked'
        | 'GateApproved'
        | 'GateRuleSet'
        | 'GateReopened'
        | 'Classified';
    }
  >
>;
type Pair = readonly [string, string];

const cited = ({ number, date }: Paper): Pair => [
  `số ${number} ngày ${formatDate(date)}`,
  `${number} of ${formatDate(date)}`,
];
const gateName = (gate: GateCode): Pair => [`${gate} ${GATE_NAMES[gate].vi}`, `${gate} ${GATE_NAMES[gate].en}`];

const revoked = (fact: Extract<PaperFact, { type: 'PaperRevoked' }>): Pair => {
  const { papers, tasks, gates } = fact.voids;
  const others = papers.filter((slot) => slot !== fact.slot);
  const list = (language: Language): string =>
    [
      ...others.map((slot) => PAPERS[slot][language]),
      ...(tasks.length > 0 ? [`${language === 'vi' ? 'việc' : 'tasks'} ${tasks.join(', ')}`] : []),
      ...(gates.length > 0 ? [`${language === 'vi' ? 'cổng' : 'gates'} ${gates.join(', ')}`] : []),
    ].join('; ');
  const [was, by] = [cited(fact.revoked), cited(fact.paper)];
  const count = fact.deadlines?.length ?? 0;
  const moved: Pair = count === 0 ? ['', ''] : [`; dời ${count} thời hạn`, `; ${many(count, 'deadline')} moved`];
  const falls = (words: string, language: Language): string => list(language) && `; ${words}: ${list(language)}`;
  return [
    `Bãi bỏ ${PAPERS[fact.slot].vi} ${was[0]} theo văn bản ${by[0]}: ${fact.reason}${falls('mất hiệu lực theo', 'vi')}${moved[0]}`,
    `${PAPERS[fact.slot].en} ${was[1]} is revoked by ${by[1]}: ${fact.reason}${falls('falls with it', 'en')}${moved[1]}`,
  ];
};

const amended = (fact: Extract<PaperFact, { type: 'PaperAmended' }>): Pair => {
  const parts = Object.entries(PAPER_PARTS).filter(([part]) => part in fact.change);
  const what = (language: Language): string =>
    parts.length === 0 ? '' : ` (${parts.map(([, word]) => word[language].toLowerCase()).join(', ')})`;
  const [was, by] = [cited(fact.paper), cited(fact.amending)];
  return [
    `Sửa đổi ${PAPERS[fact.slot].vi} ${was[0]} theo văn bản ${by[0]}${what('vi')}: ${fact.reason}`,
    `${PAPERS[fact.slot].en} ${was[1]} is amended by ${by[1]}${what('en')}: ${fact.reason}`,
  ];
};

const approved = ({ gate, override }: Extract<PaperFact, { type: 'GateApproved' }>, language: Language): Pair => {
  const [vi, en] = gateName(gate);
  const given: Pair = [`Thông qua lần thứ nhất cổng ${vi}`, `Gate ${en} has its first approval`];
  const second: Pair = ['chờ người thứ hai', 'a second person is to pass it'];
  if (!override) return [`${given[0]}, ${second[0]}`, `${given[1]}; ${second[1]}`];
  const { reason, basis } = override;
  const blockers = override.blockers.map((code) => blockerText(code)?.[language] ?? code).join(', ');
  return [
    `${given[0]} có điều kiện (còn vướng ${blockers}), ${second[0]}: ${reason}; căn cứ ${basis}`,
    `${given[1]} with conditions (blocked by ${blockers}); ${second[1]}: ${reason}; basis ${basis}`,
  ];
};

const classified = (fact: Extract<PaperFact, { type: 'Classified' }>, names: Names): Pair => {
  const { subject } = fact;
  const item: Pair =
    subject.kind === 'exercise'
      ? ['diễn tập', 'The exercise']
      : subject.kind === 'task'
        ? [names.task(subject.task), names.task(subject.task)]
        : [PAPERS[subject.slot].vi, PAPERS[subject.slot].en];
  const basis = typeof fact.basis === 'string' ? fact.basis : fact.basis.number;
  return [
    `Xác định độ mật của ${item[0]}: ${LEVEL_NAMES[fact.level].vi}; ${fact.decidedBy} quyết định, căn cứ ${basis}`,
    `${item[1]} is classified ${LEVEL_NAMES[fact.level].en} by ${fact.decidedBy}, basis ${basis}`,
  ];
};

export const paperSentence = (fact: PaperFact, names: Names, language: Language): Pair => {
  switch (fact.type) {
    case 'ResolutionIssued': {
      const [vi, en] = cited(fact.paper);
      return [
        `${fact.paper.issuer} ra nghị quyết lãnh đạo ${vi}`,
        `${fact.paper.issuer} issues leadership resolution ${en}`,
      ];
    }
    case 'BoardEstablished': {
      const [vi, en] = cited(fact.paper);
      return [
        `Thành lập ${BOARD_NAMES[fact.board].vi} theo quyết định ${vi}; đứng đầu: ${fact.headPost}`,
        `${BOARD_NAMES[fact.board].en} established by decision ${en}; headed by: ${fact.headPost}`,
      ];
    }
    case 'FrameDecided': {
      const [vi, en] = cited(fact.paper);
      const people = formatNumber(
        fact.seats.reduce((sum, seat) => sum + seat.count, 0),
        language,
      );
      return [`Quyết định khung tập ${people} vai, văn bản ${vi}`, `The frame of ${people} roles is decided by ${en}`];
    }
    case 'PaperEntered': {
      const [vi, en] = cited(fact.paper);
      const sum = fact.amount === null ? '' : `, ${formatNumber(fact.amount, language)}`;
      return [
        `${PAPERS[fact.slot].vi} ${vi} của ${fact.paper.issuer}${sum && `${sum} đồng`}`,
        `${PAPERS[fact.slot].en} ${en}, issued by ${fact.paper.issuer}${sum && `${sum} VND`}`,
      ];
    }
    case 'PaperAmended':
      return amended(fact);
    case 'PaperRevoked':
      return revoked(fact);
    case 'GateApproved':
      return approved(fact, language);
    case 'GateRuleSet': {
      const [vi, en] = gateName(fact.gate);
      return fact.twoPersons
        ? [`Cổng ${vi} cần hai người thông qua: ${fact.reason}`, `Gate ${en} needs two persons: ${fact.reason}`]
        : [`Cổng ${vi} cần một người thông qua: ${fact.reason}`, `Gate ${en} needs one person: ${fact.reason}`];
    }
    case 'GateReopened': {
      const [vi, en] = gateName(fact.gate);
      return [`Mở lại cổng ${vi}: ${fact.reason}`, `Gate ${en} is reopened: ${fact.reason}`];
    }
    case 'Classified':
      return classified(fact, names);
    default:
      return fact satisfies never;
  }
};
