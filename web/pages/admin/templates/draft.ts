/** A version while it is being written: kept in this browser by person and template until it is published or discarded. */
import type { Schemas } from '../../../client/http.ts';
import { keep, kept } from '../../../words/kept.ts';

export type Template = Schemas['Template'];
export type Task = Template['tasks'][number];
export type Rung = Template['ladder']['rungs'][number];
export type Content = Omit<Template, 'id' | 'version'>;
interface Kept {
  readonly basedOn: number;
  readonly content: Content;
}

const nameOf = (user: string, template: string): string => `template.${user}.${template}`;
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'basedOn' in value && 'content' in value;

/** What was kept on top of that version; null for none, or for one on an older version. */
export const keptContent = (user: string, template: string, basedOn: number): Content | null => {
  try {
    const value: unknown = JSON.parse(kept(nameOf(user, template)) ?? 'null');
    return isKept(value) && value.basedOn === basedOn ? value.content : null;
  } catch {
    return null;
  }
};
export const keepContent = (user: string, template: string, basedOn: number, content: Content | null): void =>
  keep(nameOf(user, template), content && JSON.stringify({ basedOn, content } satisfies Kept));

export const contentOf = ({ id: _, version: __, ...content }: Template): Content => content;

/** Reads `T-45`, `T`, `E`, `E+10`; null for anything else. */
export const readOffset = (typed: string): Task['due'] | null => {
  const [, anchor, days = '0'] = /^\s*([TE])\s*([+-]\s*\d{1,3})?\s*$/i.exec(typed) ?? [];
  if (!anchor) return null;
  const count = Number(days.replace(/\s/g, ''));
  return Math.abs(count) <= 500 ? { anchor: anchor.toUpperCase() === 'T' ? 'T' : 'E', days: count } : null;
};
export const offsetText = ({ anchor, days }: Task['due']): string =>
  days === 0 ? anchor : `${anchor}${days > 0 ? '+' : ''}${days}`;

/** A free code after the last of the same letter: `C41` after `C40`. */
export const nextCode = (tasks: readonly Task[]): string => {
  const letter = tasks[0]?.code.charAt(0) ?? 'C';
  const numbers = tasks.filter(({ code }) => code.startsWith(letter)).map(({ code }) => Number(code.slice(1)) || 0);
  return `${letter}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
};

/** Without the task, and without it in what others wait for. */
export const withoutTask = (content: Content, code: string): Content => ({
  ...content,
  tasks: content.tasks
    .filter((task) => task.code !== code)
    .map((task) => (task.after.includes(code) ? { ...task, after: task.after.filter((each) => each !== code) } : task)),
});
/** In its place, or last when it is new. */
export const withTask = (content: Content, task: Task, before: string | null): Content => ({
  ...content,
  tasks: before === null ? [...content.tasks, task] : content.tasks.map((each) => (each.code === before ? task : each)),
});
