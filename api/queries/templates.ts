/** Templates in every version, and what is different between them or for an exercise. */
import type { z } from 'zod';
import { toFact } from '../../db/event-store.ts';
import { formatOffset } from '../../domain/calendar/index.ts';
import { NO_CONTEXT } from '../../domain/context.ts';
import { fold } from '../../domain/decider.ts';
import {
  adoptedStream,
  type ExerciseEvent,
  exercise,
  previewAdoption,
  shownFact,
} from '../../domain/exercise/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { EntityId, entityOf, type StreamId, streamId } from '../../domain/streams.ts';
import {
  differenceOf,
  latestOf,
  TEMPLATES,
  type Template,
  templatesOf,
  versionOf,
} from '../../domain/template/index.ts';
import { type TemplateEvent, type TemplateState, template } from '../../domain/template/stream.ts';
import type { AdoptionShown, TemplateDifferenceShown, TemplateList } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { words } from '../words.ts';
import { calendarNow } from './calendar.ts';
import { type Moment, UNKNOWN } from './sources.ts';

const versionsIn = async ({ store }: ApiDeps, stream: StreamId): Promise<TemplateState | null> => {
  const events = await store.read(stream);
  if (events.length === 0) return null;
  return fold(
    template,
    events.map((event) => toFact<TemplateEvent>(event)),
  );
};
const stream = (id: string): StreamId => streamId('template', EntityId.parse(id));

/** Every version of every template, by id, oldest first. */
export const templateList = async (deps: ApiDeps): Promise<z.output<typeof TemplateList>> => {
  const published = (await deps.store.ongoing('template')).map(({ stream }) => entityOf(stream));
  const ids = [...new Set([...TEMPLATES.map(({ id }) => id), ...published])];
  const all = await Promise.all(ids.map(async (id) => templatesOf(id, await versionsIn(deps, stream(id)))));
  return {
    templates: all
      .flat()
      .map(({ template: { id, version, nameVi, nameEn, exerciseTypes, tasks, gates }, ...stands }) => ({
        id,
        version,
        name: words(nameVi, nameEn),
        exerciseTypes,
        tasks: tasks.length,
        gates: gates.length,
        published: stands.publication,
        retired: stands.retired,
      })),
  };
};

/** The newest version in force of a template, or the one asked for, in force or not. */
export const templateOf = async (deps: ApiDeps, id: EntityId, version: number | undefined): Promise<Template> => {
  const state = await versionsIn(deps, stream(id));
  if (version !== undefined) return versionOf(id, state, version).template;
  const latest = latestOf(id, state);
  if (!latest) throw new Problem('not-found');
  return latest;
};

/** From one version to another; throws `template-unknown`. */
export const templateDifference = async (
  deps: ApiDeps,
  id: EntityId,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<z.output<typeof TemplateDifferenceShown>> => {
  const state = await versionsIn(deps, stream(id));
  const { ladder, scoreSheet, ...difference } = differenceOf(
    versionOf(id, state, from).template,
    versionOf(id, state, to).template,
  );
  return { id, from, to, ...difference, ladderChanged: ladder !== null, scoreSheetChanged: scoreSheet !== null };
};

/** What adopting a version would do to an exercise now; refused as the command would be, rights and moment apart. */
export const adoptionPreview = async (
  deps: ApiDeps,
  id: EntityId,
  version: number,
  moment: Moment,
): Promise<z.output<typeof AdoptionShown>> => {
  const events = await deps.store.read(streamId('exercise', id));
  if (events.length === 0) throw new Rejection(UNKNOWN.exercise, { id });
  const state = fold(
    exercise,
    events.map((event) => toFact<ExerciseEvent>(event)),
  );
  const named = adoptedStream(state);
  const versions = named && (await versionsIn(deps, named));
  const others: ReadonlyMap<StreamId, TemplateState> = new Map(named && versions ? [[named, versions]] : []);
  const calendar = await calendarNow(deps);
  const { from, to, added, dropped, changed, leftAsItIs, ladder, scoreSheet } = shownFact(
    { type: 'TemplateAdopted', ...previewAdoption(state, version, { ...NO_CONTEXT, calendar, others }) },
    state.classifications,
  );
  return {
    id,
    version: state.version,
    ...moment,
    from,
    to,
    added: added.map(({ code, titleVi, titleEn, owner, gate, offset, due }) => ({
      code,
      title: words(titleVi, titleEn),
      owner,
      gate,
      offset: formatOffset(offset),
      due,
    })),
    dropped: dropped.map(({ task, titleVi, titleEn }) => ({ code: task, title: words(titleVi, titleEn) })),
    changed: changed.map(({ task, fields, due }) => ({ code: task, fields, due })),
    leftAsItIs: leftAsItIs.map(({ task, because }) => ({ code: task, because })),
    ladderChanged: ladder !== null,
    scoreSheetChanged: scoreSheet !== null,
  };
};
