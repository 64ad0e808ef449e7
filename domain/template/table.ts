/** Reads the templates as the domain guide prints them: one row a task, columns between bars, a line `G1` above its tasks. */
import { parseOffset } from '../calendar/index.ts';
import { EvidenceKind, evidenceOf } from './evidence.ts';
import { GateCode, type RehearsalStep, type TaskCode, TemplateTask } from './template.ts';

/**
 * Columns: code | Vietnamese | English | owner | after (codes, `–` for none) | due | evidence kind | basis.
 * `T…E` is a task that runs from opening to closing: due on the closing day. Throws a ZodError at a malformed row.
 */
export const readTasks = (table: string): readonly TemplateTask[] => {
  const tasks: TemplateTask[] = [];
  let gate: GateCode = 'G0';
  for (const line of table.split('\n').filter((text) => text.trim() !== '')) {
    const [code = '', titleVi, titleEn, owner, after = '', due = '', evidence, basis] = line
      .split('|')
      .map((cell) => cell.trim());
    if (titleVi === undefined) {
      gate = GateCode.parse(code);
      continue;
    }
    const kind = EvidenceKind.parse(evidence);
    tasks.push(
      TemplateTask.parse({
        code,
        titleVi,
        titleEn,
        owner,
        after: after === '–' ? [] : after.split(','),
        due: parseOffset(due === 'T…E' ? 'E' : due),
        evidence: evidenceOf(kind),
        basis,
        gate,
        secret: kind === 'referenceOnly',
      }),
    );
  }
  return tasks;
};

/** The same tasks, with the rehearsal that some of them hold. */
export const withRehearsals = (
  tasks: readonly TemplateTask[],
  rehearsals: Readonly<Record<TaskCode, RehearsalStep>>,
): readonly TemplateTask[] =>
  tasks.map((task) => {
    const rehearsal = rehearsals[task.code];
    return rehearsal ? { ...task, rehearsal } : task;
  });
