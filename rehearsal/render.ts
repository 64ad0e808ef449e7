/** The timeline as plain text for a terminal. */

import { formatDate, formatNumber, formatShare, formatWeekday, type Language } from '../domain/labels/format.ts';
import { gradeName } from '../domain/labels/grades.ts';
import { KIND_NAMES, PHASES } from '../domain/labels/words.ts';
import { namesOf } from './names.ts';
import type { SeasonPlan } from './plan.ts';
import type { ExerciseSummary, GateSummary } from './summary.ts';
import type { Timeline } from './timeline.ts';

export const renderDays = (plan: SeasonPlan, { days }: Timeline, language: Language): string => {
  const names = namesOf(plan, language);
  const width = Math.max(0, ...plan.exercises.map(({ id }) => names.exercise(id).length));
  return days
    .map(({ date, offset, lines }) =>
      [
        `${formatWeekday(date, language)} ${formatDate(date)}${offset ? ` (${offset})` : ''}`,
        ...lines.map((line) => `  ${line.time}  ${names.exercise(line.exercise).padEnd(width)}  ${line.text}`),
      ].join('\n'),
    )
    .join('\n\n');
};

export const renderSummary = (plan: SeasonPlan, { exercises }: Timeline, language: Language): string =>
  exercises.map((exercise) => renderExercise(plan, exercise, language)).join('\n\n');

const renderExercise = (plan: SeasonPlan, summary: ExerciseSummary, language: Language): string => {
  const vi = language === 'vi';
  const names = namesOf(plan, language);
  const { startDate, endDate } = summary;
  const days = startDate && endDate ? `${formatDate(startDate)}–${formatDate(endDate)}` : '–';
  const lines = [
    `${names.exercise(summary.id)} · ${summary.theme} · ${days} · ${PHASES[summary.phase][language]}`,
    `  ${(vi ? 'Cổng' : 'Gate').padEnd(6)}${(vi ? 'Kế hoạch' : 'Planned').padEnd(12)}${vi ? 'Đã qua' : 'Passed'}`,
    ...summary.gates.map((gate) => `  ${renderGate(gate, language)}`),
  ];
  if (summary.moves > 0) lines.push(vi ? `  Dời ngày ${summary.moves} lần` : `  Moved ${summary.moves} time(s)`);
  for (const late of summary.late) {
    const done = late.verified
      ? (vi ? 'xác minh ' : 'verified ') + formatDate(late.verified)
      : vi
        ? 'chưa xong'
        : 'open';
    const count = vi ? `muộn ${late.days} ngày làm việc` : `${late.days} working days late`;
    lines.push(
      `  ${names.task(late.task)} – ${names.body(late.owner)}: ${count} (${vi ? 'hạn' : 'due'} ${formatDate(late.due)}, ${done})`,
    );
  }
  lines.push(vi ? '  Nhắc việc và báo cáo cấp trên:' : '  Reminders and escalations:');
  for (const { body, reminders, escalations } of summary.told) {
    const told = vi ? `nhắc ${reminders}` : `${reminders} reminders`;
    const up = escalations === 0 ? '' : vi ? `, báo cáo người đứng đầu ${escalations}` : `, ${escalations} to its head`;
    lines.push(`    ${names.body(body)}: ${told}${up}`);
  }
  for (const { kind, present, ordered, percent, target } of summary.muster) {
    const goal = `${formatNumber(target, language)}%`;
    const verdict =
      percent === null
        ? ''
        : present * 100 < target * ordered
          ? ` (${vi ? 'dưới chỉ tiêu' : 'below the target of'} ${goal})`
          : ` (${vi ? 'đạt chỉ tiêu' : 'meets the target of'} ${goal})`;
    lines.push(`  ${KIND_NAMES[kind][language]}: ${formatShare(present, ordered, language)}${verdict}`);
  }
  if (summary.review) {
    const { points, grade } = summary.review;
    const figure = formatNumber(points, language);
    lines.push(
      vi
        ? `  Xếp loại: ${gradeName(grade, language)}, ${figure} điểm`
        : `  Grade: ${gradeName(grade, language)}, ${figure} points`,
    );
  }
  return lines.join('\n');
};

const renderGate = (gate: GateSummary, language: Language): string => {
  const vi = language === 'vi';
  const passed = gate.passed ? formatDate(gate.passed) : '–';
  const notes = [
    gate.planned === gate.due ? '' : `${vi ? 'dời đến' : 'moved to'} ${formatDate(gate.due)}`,
    gate.daysLate === 0 ? '' : vi ? `muộn ${gate.daysLate} ngày làm việc` : `${gate.daysLate} working days late`,
    gate.withConditions ? (vi ? 'có điều kiện' : 'with conditions') : '',
    ...gate.blockers.map(({ code, from, to }) => {
      const span = `${formatDate(from)}–${to ? formatDate(to) : '…'}`;
      return vi ? `vướng ${code} (${span})` : `blocked by ${code} (${span})`;
    }),
  ].filter((note) => note !== '');
  return `${gate.code.padEnd(6)}${formatDate(gate.planned).padEnd(12)}${passed}${notes.length > 0 ? `  ${notes.join('; ')}` : ''}`;
};
