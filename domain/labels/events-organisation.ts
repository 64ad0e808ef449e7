/** The sentences of the organisation, and of an exercise that follows it. */
import type { Fact } from '../decider.ts';
import type { ExerciseRehomed } from '../exercise/rehome.ts';
import type { OrganisationEvent } from '../organisation/index.ts';
import type { BodyId } from '../people.ts';
import type { Paper } from '../text.ts';
import { formatDate, formatNumber, type Language, many } from './format.ts';
import type { Names } from './names.ts';
import { MODEL_NAMES } from './words-organisation.ts';

type Both = readonly [vi: string, en: string];

/** `theo văn bản số 202/2025/QH15 ngày 12/06/2025`. */
const by = ({ number, date }: Paper): Both => [
  `theo văn bản số ${number} ngày ${formatDate(date)}`,
  `under ${number} of ${formatDate(date)}`,
];

/** Six by name, then how many more. */
const MOST = 6;

export const organisationSentence = (
  fact: Fact<OrganisationEvent | ExerciseRehomed>,
  names: Names,
  language: Language,
): Both => {
  const n = (value: number): string => formatNumber(value, language);
  const post = (body: BodyId, id: string): string =>
    id === 'head' ? names.head(body) : `${names.post(body, id)}, ${names.body(body)}`;
  const list = (ids: readonly string[]): string => {
    const more = ids.length - MOST;
    const tail = language === 'vi' ? ` và ${n(more)} đơn vị khác` : ` and ${n(more)} more`;
    return `${ids.slice(0, MOST).map(names.unit).join(', ')}${more > 0 ? tail : ''}`;
  };
  switch (fact.type) {
    case 'OrganisationEstablished': {
      const [units, day] = [n(fact.units.length), formatDate(fact.validFrom)];
      return [
        `Nhập tổ chức ${MODEL_NAMES[fact.orgModel].vi}: ${units} đơn vị, từ ngày ${day}`,
        `The ${MODEL_NAMES[fact.orgModel].en} organisation is entered: ${many(fact.units.length, 'unit')}, from ${day}`,
      ];
    }
    case 'UnitAdded': {
      const [day, [vi, en]] = [formatDate(fact.validFrom), by(fact.paper)];
      return [
        `Thêm đơn vị ${fact.unit.nameVi} từ ngày ${day} ${vi}`,
        `Unit ${fact.unit.nameEn} is added from ${day} ${en}`,
      ];
    }
    case 'UnitRenamed': {
      const [unit, day, [vi, en]] = [names.unit(fact.unit), formatDate(fact.effective), by(fact.paper)];
      return [
        `Đổi tên ${unit} thành ${fact.nameVi} từ ngày ${day} ${vi}`,
        `${unit} is renamed ${fact.nameEn} from ${day} ${en}`,
      ];
    }
    case 'UnitMoved': {
      const [unit, parent, day] = [names.unit(fact.unit), names.unit(fact.parent), formatDate(fact.effective)];
      const [vi, en] = by(fact.paper);
      return [
        `Chuyển ${unit} về trực thuộc ${parent} từ ngày ${day} ${vi}`,
        `${unit} is put under ${parent} from ${day} ${en}`,
      ];
    }
    case 'OrgModelChanged': {
      const [day, [vi, en]] = [formatDate(fact.effective), by(fact.paper)];
      return [
        `Chuyển sang mô hình ${MODEL_NAMES[fact.model].vi} từ ngày ${day} ${vi}`,
        `The organisation becomes ${MODEL_NAMES[fact.model].en} from ${day} ${en}`,
      ];
    }
    case 'UnitsMerged': {
      const [from, into, day] = [list(fact.from), names.unit(fact.heir), formatDate(fact.effective)];
      const [vi, en] = by(fact.paper);
      return [`Sáp nhập ${from} vào ${into} từ ngày ${day} ${vi}`, `Merged into ${into} from ${day} ${en}: ${from}`];
    }
    case 'UnitSplit': {
      const [from, into, day] = [list(fact.from), list(fact.into), formatDate(fact.effective)];
      const [vi, en] = by(fact.paper);
      return [`Chia ${from} thành ${into} từ ngày ${day} ${vi}`, `${from} is split into ${into} from ${day} ${en}`];
    }
    case 'BodyAdded': {
      const [body, day, [vi, en]] = [names.body(fact.body), formatDate(fact.validFrom), by(fact.paper)];
      return [
        `Thành lập ${fact.nameVi ?? body} từ ngày ${day} ${vi}`,
        `${fact.nameEn ?? body} is set up from ${day} ${en}`,
      ];
    }
    case 'BodyEnded': {
      const [body, into, day] = [names.body(fact.body), names.body(fact.into), formatDate(fact.effective)];
      const [vi, en] = by(fact.paper);
      return [
        `Giải thể ${body} từ ngày ${day} ${vi}; ${into} tiếp nhận công việc`,
        `${body} is dissolved from ${day} ${en}; ${into} takes over its work`,
      ];
    }
    case 'PostAdded': {
      const [body, day] = [names.body(fact.body), formatDate(fact.validFrom)];
      return [
        `Thêm chức vụ ${fact.title} của ${body} từ ngày ${day}`,
        `${body} gets the post ${fact.title} from ${day}`,
      ];
    }
    case 'PostEnded': {
      const [held, day] = [post(fact.body, fact.post), formatDate(fact.validTo)];
      return [`Bỏ chức vụ ${held}, ngày cuối ${day}`, `The post ${held} ends, last day ${day}`];
    }
    case 'HolderAppointed': {
      const [held, day, [vi, en]] = [post(fact.body, fact.post), formatDate(fact.from), by(fact.paper)];
      return [
        `Bổ nhiệm ${fact.person} làm ${held} từ ngày ${day} ${vi}`,
        `${fact.person} is appointed ${held} from ${day} ${en}`,
      ];
    }
    case 'HoldingEnded': {
      const [held, day] = [post(fact.body, fact.post), formatDate(fact.to)];
      return [
        `${fact.person} thôi giữ chức vụ ${held}, ngày cuối ${day}: ${fact.reason}`,
        `${fact.person} ceases to be ${held}, last day ${day}: ${fact.reason}`,
      ];
    }
    case 'PostDelegated': {
      const [held, from, to] = [post(fact.body, fact.post), formatDate(fact.from), formatDate(fact.to)];
      const [vi, en] = by(fact.paper);
      return [
        `Ủy quyền ${fact.delegation}: ${fact.person} thay ${held} từ ${from} đến ${to} ${vi}`,
        `Delegation ${fact.delegation}: ${fact.person} acts for ${held} from ${from} to ${to} ${en}`,
      ];
    }
    case 'DelegationRevoked': {
      const body = names.body(fact.body);
      return [
        `Thu hồi ủy quyền ${fact.delegation} của ${body}: ${fact.reason}`,
        `Delegation ${fact.delegation} of ${body} is revoked: ${fact.reason}`,
      ];
    }
    case 'ReformTookEffect': {
      const [[vi, en], files] = [by(fact.paper), n(fact.files.length)];
      return [
        `Sắp xếp tổ chức ${vi} có hiệu lực, chuyển ${files} hồ sơ đang mở`,
        `The reform ${en} takes effect; ${many(fact.files.length, 'open file')} handed on`,
      ];
    }
    case 'ExerciseRehomed':
      return [
        `Theo sắp xếp tổ chức (${fact.reason}), chuyển ${n(fact.tasks.length)} việc chưa xong cho cơ quan tiếp nhận`,
        `After the reform (${fact.reason}): ${many(fact.tasks.length, 'open task')} handed to the bodies that take over`,
      ];
    default:
      return fact satisfies never;
  }
};
