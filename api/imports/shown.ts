/** Imports and their kinds as they are answered. */
import type { z } from 'zod';
import type { StoredBadRow, StoredImport } from '../../db/imports.ts';
import { Actor } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import type { ImportKinds, ImportRows, ImportShown } from '../contract/index.ts';
import { words } from '../words.ts';
import type { Column } from './columns.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds/index.ts';

const STATES: Readonly<Record<StoredImport['state'], { readonly vi: string; readonly en: string }>> = {
  checking: words('Đang kiểm tra', 'Being checked'),
  checked: words('Đã kiểm tra, chờ quyết định', 'Checked, waits for a decision'),
  running: words('Đang ghi', 'Being written'),
  done: words('Đã ghi xong', 'Written'),
  stopped: words('Đã dừng', 'Stopped'),
  cancelled: words('Đã hủy', 'Cancelled'),
};

const columnView = ({ field, title, type, required = false, choices = {}, note, example }: Column) => ({
  ...{ field, title, type, required, example: String(example), note: note ?? null },
  choices: Object.values(choices).flatMap(([first]) => first ?? []),
});

export const kindView = (kind: Kind): z.output<typeof ImportKinds>['kinds'][number] => ({
  kind: kind.name,
  title: kind.title,
  about: kind.about,
  door: kind.door,
  sealed: kind.sealed,
  mostRows: kind.mostRows,
  mostAtOnce: kind.mostAtOnce,
  columns: kind.columns.map(columnView),
  settings: kind.settings.map(columnView),
});

/** Lists wait as long as nobody has taken them. */
const passwordsWait = ({ kind, state, handout }: StoredImport): boolean =>
  kind === 'users' && state === 'done' && handout !== null;

export const importView = (job: StoredImport): z.output<typeof ImportShown> => {
  const kind = KINDS[job.kind as keyof typeof KINDS]; // checked when it was written
  const { person, post, body } = job;
  const target = job.target === null ? null : EntityId.parse(job.target);
  return {
    id: job.id,
    kind: kind.name,
    title: kind.title,
    drill: kind.door === 'programme' ? null : target,
    programme: kind.door === 'programme' ? target : null,
    by: person === null ? null : Actor.parse({ person, post, body }),
    fileName: job.file_name,
    state: job.state,
    stateLabel: STATES[job.state],
    mode: job.mode,
    rows: job.rows,
    good: job.good,
    bad: job.bad,
    atOnce: job.at_once,
    sealed: kind.sealed,
    handled: job.handled,
    refused: job.refused,
    columns: job.columns === '[]' ? null : JSON.parse(job.columns),
    fault: job.fault === null ? null : JSON.parse(job.fault),
    hasPasswords: passwordsWait(job),
    createdAt: job.created_at,
    startedAt: job.started_at,
    endedAt: job.ended_at,
  };
};

export const rowsView = (rows: readonly StoredBadRow[], limit: number): z.output<typeof ImportRows> => {
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map(({ row, cells, problems }) => ({ row, cells: JSON.parse(cells), problems: JSON.parse(problems) })),
    nextAfter: rows.length > limit ? (shown.at(-1)?.row ?? null) : null,
  };
};
