/** Sentences that answers carry beside their codes, in both languages; single words come from `domain/labels`. */
import type { Rate } from '../domain/drill/index.ts';
import { type Blocker, blockerCode, type Readiness, type ReadinessReason } from '../domain/exercise/index.ts';
import { BODIES } from '../domain/labels/bodies.ts';
import { clashSentence } from '../domain/labels/clashes.ts';
import { formatDate } from '../domain/labels/format.ts';
import { gradeName } from '../domain/labels/grades.ts';
import { BLOCKERS, PAPERS, TASK_STATUSES } from '../domain/labels/words.ts';
import { type BodyId, codeOf } from '../domain/people.ts';
import type { Words } from './contract/index.ts';

export const words = (vi: string, en: string): Words => ({ vi, en });

export const bodyName = (body: BodyId): Words => {
  const { vi, en } = BODIES[codeOf(body)];
  return words(vi.name, en.name);
};
const names = (bodies: readonly BodyId[]): Words =>
  words(bodies.map((body) => bodyName(body).vi).join(', '), bodies.map((body) => bodyName(body).en).join(', '));

const enDays = (n: number): string => `${n} working day${n === 1 ? '' : 's'}`;

/** How far a deadline is, counted in working days; a deadline on a past day off may be 0 days late. */
export const distance = (days: number | null, overdue: boolean): Words => {
  if (days === null) return words('Chưa có bảng ngày làm việc', 'No working-day table');
  if (overdue) return words(`Quá hạn ${-days} ngày làm việc`, `${enDays(-days)} late`);
  if (days === 0) return words('Hôm nay', 'Today');
  return words(`Còn ${days} ngày làm việc`, `${enDays(days)} left`);
};

export const gradeLabel = (grade: string): Words => words(gradeName(grade, 'vi'), gradeName(grade, 'en'));

export const reasonText = (reason: ReadinessReason): Words => {
  switch (reason.kind) {
    case 'gate-task-late':
    case 'task-late': {
      const gate = reason.kind === 'gate-task-late' ? reason.gate : null;
      const who = bodyName(reason.body);
      return words(
        `Việc ${reason.task}${gate ? ` của cổng ${gate}` : ''} quá hạn ${reason.days} ngày làm việc (hạn ${formatDate(reason.since)}); đang ở: ${who.vi}.`,
        `Task ${reason.task}${gate ? ` of gate ${gate}` : ''} is ${enDays(reason.days)} late (due ${formatDate(reason.since)}); with: ${who.en}.`,
      );
    }
    case 'gate-near': {
      const who = names(reason.bodies);
      return words(
        `Cổng ${reason.gate} đến hạn ${formatDate(reason.date)}, còn ${reason.days} ngày làm việc, còn vướng ${reason.open.join(', ')}; đang ở: ${who.vi}.`,
        `Gate ${reason.gate} is due ${formatDate(reason.date)}, ${enDays(reason.days)} left, with ${reason.open.join(', ')} open; with: ${who.en}.`,
      );
    }
    default:
      return reason satisfies never;
  }
};

/** The verdict as one sentence, the first thing a leader reads. */
export const verdictSentence = ({ verdict, reasons }: Readiness): Words => {
  switch (verdict) {
    case 'none':
      return words('Chưa có dữ liệu để nhận định.', 'There is nothing to judge yet.');
    case 'green':
      return words('Đúng tiến độ: không việc nào quá hạn.', 'On schedule: no task is late.');
    case 'amber':
      return words(`Chậm: ${reasons.length} việc quá hạn.`, `Late: ${reasons.length} task(s) overdue.`);
    case 'red': {
      const blocking = reasons.filter((reason) => reason.kind !== 'task-late');
      const gates = [...new Set(blocking.map((reason) => reason.gate))].join(', ');
      return words(`CHƯA SẴN SÀNG: vướng ở cổng ${gates}.`, `NOT READY: held up at gate ${gates}.`);
    }
    default:
      return verdict satisfies never;
  }
};

export const blockerText = (blocker: Blocker, late: Words | null): Words => {
  switch (blocker.kind) {
    case 'gate':
      return words(`Cổng ${blocker.gate} chưa qua.`, `Gate ${blocker.gate} has not been passed.`);
    case 'task': {
      const status = TASK_STATUSES[blocker.status];
      const wait = blocker.waitsOn.length > 0 ? ` (${blocker.waitsOn.join(', ')})` : '';
      const who = bodyName(blocker.holder);
      return words(
        `${blocker.task} ${blocker.titleVi}: ${status.vi}${wait}; ${late?.vi ?? ''}; đang ở: ${who.vi}.`,
        `${blocker.task} ${blocker.titleEn}: ${status.en}${wait}; ${late?.en ?? ''}; with: ${who.en}.`,
      );
    }
    case 'paper': {
      const paper = PAPERS[blocker.paper];
      return words(`Chưa có: ${paper.vi}.`, `Missing: ${paper.en}.`);
    }
    case 'clash':
      return clashSentence(blocker.clash);
    case 'finding': {
      const who = bodyName(blocker.holder);
      return words(
        `Chưa kiểm tra lại hạn chế kỳ trước ${blocker.fromReview} ${blocker.action}: ${blocker.text}; đang ở: ${who.vi}.`,
        `Limit ${blocker.fromReview} ${blocker.action} has not been retested: ${blocker.text}; with: ${who.en}.`,
      );
    }
    case 'issue': {
      const who = bodyName(blocker.holder);
      return words(
        `Tồn tại ${blocker.issue} chưa khắc phục: ${blocker.text} (hạn ${formatDate(blocker.due)}); đang ở: ${who.vi}.`,
        `Issue ${blocker.issue} is not settled: ${blocker.text} (due ${formatDate(blocker.due)}); with: ${who.en}.`,
      );
    }
    case 'run':
    case 'drill':
    case 'review': {
      const what = BLOCKERS[blocker.kind];
      return words(`Chưa xong: ${what.vi}.`, `Not finished: ${what.en}.`);
    }
    default:
      return blockerCode(blocker satisfies never) as never; // unreachable
  }
};

/** `97,14% (34/35)`; without a denominator "no data". */
export const rateText = ({ numerator, denominator, percent }: Rate): Words => {
  if (percent === null) return words('Chưa có dữ liệu', 'No data');
  const figure = percent.toFixed(2);
  const parts = `(${numerator}/${denominator})`;
  return words(`${figure.replace('.', ',')}% ${parts}`, `${figure}% ${parts}`);
};
