/** Checklist, tailoring, templates, rehearsals and proposals in words. */
import { formatOffset } from '../calendar/index.ts';
import type { Fact } from '../decider.ts';
import type { ExerciseEvent } from '../exercise/index.ts';
import type { TemplateEvent } from '../template/stream.ts';
import { formatDate, inText, many } from './format.ts';
import type { Names } from './names.ts';
import { STEP_NAMES } from './words-preparation.ts';

type Pair = readonly [string, string];
export type PreparationFact = Fact<
  | Extract<
      ExerciseEvent,
      {
        type:
          | 'TaskAccepted'
          | 'TaskHandedOver'
          | 'TaskCommented'
          | 'EvidenceRevised'
          | 'ExtensionWithdrawn'
          | 'TaskAdded'
          | 'TaskDropped'
          | 'TaskRetimed'
          | 'TaskRelinked'
          | 'TemplateAdopted'
          | 'RehearsalHeld'
          | 'IssueRaised'
          | 'IssueClosed'
          | 'IssueConfirmed'
          | 'IssueReturned'
          | 'IssueCarried'
          | 'LessonsSpread'
          | 'ProposalReceived'
          | 'ProposalAccepted'
          | 'ProposalRefused';
      }
    >
  | TemplateEvent
>;

const codes = (list: readonly string[]): Pair =>
  list.length === 0 ? ['không chờ việc nào', 'none'] : [list.join(', '), list.join(', ')];

export const preparationSentence = (fact: PreparationFact, names: Names): Pair => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'TaskAccepted':
      return [`${by} tiếp nhận ${names.task(fact.task)}`, `${by} accepts ${names.task(fact.task)}`];
    case 'TaskHandedOver': {
      const why = fact.reason ? `: ${fact.reason}` : '';
      const task = names.task(fact.task);
      return [`${by} chuyển ${task} cho ${fact.person}${why}`, `${by} hands ${task} over to ${fact.person}${why}`];
    }
    case 'TaskCommented':
      return [
        `${by} trao đổi về ${names.task(fact.task)}: ${fact.text}`,
        `${by} comments on ${names.task(fact.task)}: ${fact.text}`,
      ];
    case 'EvidenceRevised': {
      const [task, number] = [names.task(fact.task), fact.evidence.number];
      const due = fact.deadlines?.[0] ? formatDate(fact.deadlines[0].to) : '';
      return [
        `${by} sửa minh chứng ${task} (${number})${fact.voided ? ', xác minh trước mất hiệu lực' : ''}${due && `, hạn mới ${due}`}: ${fact.reason}`,
        `${by} revises the proof of ${task} (${number})${fact.voided ? '; its verification falls' : ''}${due && `, now due ${due}`}: ${fact.reason}`,
      ];
    }
    case 'ExtensionWithdrawn': {
      const why = fact.reason ? `: ${fact.reason}` : '';
      const task = names.task(fact.task);
      return [`${by} rút đơn gia hạn ${task}${why}`, `${by} withdraws the request for more time for ${task}${why}`];
    }
    case 'TaskAdded': {
      const { code, titleVi, titleEn, owner, due } = fact.added;
      return [
        `Thêm việc ${code} ${titleVi}, giao ${names.body(owner)}, hạn ${formatDate(due)}: ${fact.reason}`,
        `Task ${code} ${titleEn} is added for ${names.body(owner)}, due ${formatDate(due)}: ${fact.reason}`,
      ];
    }
    case 'TaskDropped':
      return [
        `Bỏ việc ${names.task(fact.task)}: ${fact.reason}`,
        `Task ${names.task(fact.task)} is dropped: ${fact.reason}`,
      ];
    case 'TaskRetimed': {
      const [from, to] = [fact.offset.from, fact.offset.to].map(formatOffset);
      const [was, is] = [formatDate(fact.due.from), formatDate(fact.due.to)];
      return [
        `Đổi hạn ${names.task(fact.task)} từ ${from} (${was}) thành ${to} (${is}): ${fact.reason}`,
        `The deadline of ${names.task(fact.task)} changes from ${from} (${was}) to ${to} (${is}): ${fact.reason}`,
      ];
    }
    case 'TaskRelinked': {
      const [from, to] = [codes(fact.from), codes(fact.after)];
      return [
        `Đổi việc phải chờ của ${names.task(fact.task)} từ ${from[0]} thành ${to[0]}: ${fact.reason}`,
        `The predecessors of ${names.task(fact.task)} change from ${from[1]} to ${to[1]}: ${fact.reason}`,
      ];
    }
    case 'TemplateAdopted': {
      const { from, to, added, dropped, changed, reason } = fact;
      return [
        `Áp dụng mẫu phiên bản ${to} thay bản ${from}: thêm ${added.length} việc, bỏ ${dropped.length}, đổi ${changed.length}: ${reason}`,
        `Template version ${to} replaces ${from}: ${many(added.length, 'task')} added, ${dropped.length} dropped, ${changed.length} changed: ${reason}`,
      ];
    }
    case 'RehearsalHeld': {
      const { id, step, date, attended, expected } = fact.rehearsal;
      const of = expected === null ? '' : `/${expected}`;
      return [
        `${STEP_NAMES[step].vi} ${id} ngày ${formatDate(date)}${attended === null ? '' : `, có mặt ${attended}${of}`}`,
        `${STEP_NAMES[step].en} ${id} on ${formatDate(date)}${attended === null ? '' : `, ${attended}${of} attended`}`,
      ];
    }
    case 'IssueRaised': {
      const [owner, due] = [names.body(fact.owner), formatDate(fact.due)];
      return [
        `Tồn tại ${fact.issue} (${fact.rehearsal}) giao ${owner}, hạn ${due}: ${fact.text}`,
        `Issue ${fact.issue} (${fact.rehearsal}) for ${owner}, due ${due}: ${fact.text}`,
      ];
    }
    case 'IssueClosed':
      return [
        `${by} báo đã khắc phục tồn tại ${fact.issue}: ${fact.evidence}`,
        `${by} reports issue ${fact.issue} settled: ${fact.evidence}`,
      ];
    case 'IssueConfirmed':
      return [`${by} xác nhận đã khắc phục tồn tại ${fact.issue}`, `${by} confirms issue ${fact.issue} settled`];
    case 'IssueReturned':
      return [
        `${by} trả lại tồn tại ${fact.issue}: ${fact.reason}`,
        `${by} returns issue ${fact.issue}: ${fact.reason}`,
      ];
    case 'IssueCarried': {
      const into = STEP_NAMES[fact.into];
      return [
        `Chuyển tồn tại ${fact.issue} sang bước ${inText(into.vi)}: ${fact.reason}`,
        `Issue ${fact.issue} is carried into the ${inText(into.en)}: ${fact.reason}`,
      ];
    }
    case 'LessonsSpread': {
      const [from, count] = [names.exercise(fact.from), fact.lessons.length];
      return [
        `Phổ biến ${count} kinh nghiệm của ${from} cho các xã, phường còn lại`,
        `Spread to the other communes: ${many(count, 'lesson')} of ${from}`,
      ];
    }
    case 'ProposalReceived': {
      const [from, count] = [names.exercise(fact.from), fact.lessons.length];
      return fact.toDecide
        ? [
            `Nhận ${count} kinh nghiệm từ ${from}, chờ quyết định`,
            `Received from ${from}, to be decided: ${many(count, 'lesson')}`,
          ]
        : [`Ghi nhận ${count} kinh nghiệm từ ${from}`, `Taken note of ${many(count, 'lesson')} of ${from}`];
    }
    case 'ProposalAccepted': {
      const added = fact.tasks.map(({ code }) => code).join(', ');
      return [
        `Chấp nhận đề xuất ${fact.proposal}, ${added ? `thêm việc: ${added}` : 'không thêm việc nào'}. Lý do: ${fact.reason}`,
        `Proposal ${fact.proposal} is accepted, ${added ? `tasks added: ${added}` : 'no task added'}. Reason: ${fact.reason}`,
      ];
    }
    case 'ProposalRefused':
      return [
        `Không chấp nhận đề xuất ${fact.proposal}: ${fact.reason}`,
        `Proposal ${fact.proposal} is refused: ${fact.reason}`,
      ];
    case 'TemplatePublished': {
      const { version, nameVi, nameEn, tasks } = fact.template;
      return [
        `${by} ban hành mẫu “${nameVi}” phiên bản ${version}, ${tasks.length} việc: ${fact.reason}`,
        `${by} publishes template "${nameEn}" version ${version}, ${many(tasks.length, 'task')}: ${fact.reason}`,
      ];
    }
    case 'TemplateVersionRetired':
      return [
        `Thôi áp dụng phiên bản ${fact.retired}: ${fact.reason}`,
        `Version ${fact.retired} is retired: ${fact.reason}`,
      ];
    default:
      return fact satisfies never;
  }
};
