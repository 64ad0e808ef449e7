/** The run in words: opening, stages, content items, pauses, observations. */
import type { Fact } from '../decider.ts';
import type { RunEvent } from '../exercise/run.ts';
import type { ObservationKind } from '../exercise/run-state.ts';
import { dayOf } from '../time.ts';
import { formatDate, formatTime, many } from './format.ts';
import type { Names } from './names.ts';
import { STAGE_NAMES } from './stage-names.ts';

type RunFact = Fact<Exclude<RunEvent, { readonly type: 'DrillResultNoted' | 'ReviewResultNoted' }>>;

export const OBSERVATION_KIND_NAMES: Readonly<Record<ObservationKind, readonly [string, string]>> = {
  strength: ['ưu điểm', 'strength'],
  limit: ['hạn chế', 'limit'],
  neutral: ['ghi nhận', 'note'],
};

export const runSentence = (fact: RunFact, names: Names): readonly [string, string] => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'RunOpened':
      return ['Khai mạc diễn tập', 'The exercise opens'];
    case 'RunPaused':
      return [`Tạm dừng diễn tập: ${fact.reason}`, `The exercise is paused: ${fact.reason}`];
    case 'RunResumed':
      return ['Tiếp tục diễn tập sau tạm dừng', 'The exercise goes on after the pause'];
    case 'RunClosed':
      return ['Bế mạc diễn tập', 'The exercise closes'];
    case 'StagesPlanned': {
      const [stages, items] = [fact.stages.length, fact.stages.reduce((sum, stage) => sum + stage.items.length, 0)];
      return [
        `Lập lịch thực hành: ${stages} giai đoạn, ${items} nội dung`,
        `The run is planned: ${many(stages, 'stage')}, ${many(items, 'content item')}`,
      ];
    }
    case 'StageStarted': {
      const [vi, en] = STAGE_NAMES[fact.stage - 1] ?? ['', ''];
      return [`Bắt đầu giai đoạn ${fact.stage}${vi && `: ${vi}`}`, `Stage ${fact.stage} begins${en && `: ${en}`}`];
    }
    case 'StageEnded':
      return [`Kết thúc giai đoạn ${fact.stage}`, `Stage ${fact.stage} ends`];
    case 'ItemStarted':
      return [
        `Bắt đầu nội dung ${fact.item} (giai đoạn ${fact.stage})`,
        `Content item ${fact.item} begins (stage ${fact.stage})`,
      ];
    case 'ItemEnded':
      return [
        `Kết thúc nội dung ${fact.item} (giai đoạn ${fact.stage})`,
        `Content item ${fact.item} ends (stage ${fact.stage})`,
      ];
    case 'ObservationRecorded':
    case 'ObservationAmended': {
      const [kindVi, kindEn] = OBSERVATION_KIND_NAMES[fact.kind];
      const when = `${formatTime(fact.seenAt)} ${formatDate(dayOf(fact.seenAt))}`;
      const [itemVi, itemEn] = fact.item ? [`, nội dung ${fact.item}`, `, item ${fact.item}`] : ['', ''];
      if (fact.type === 'ObservationAmended')
        return [
          `${by} sửa quan sát ${fact.observation} (${fact.reason}): ${fact.text}`,
          `${by} amends observation ${fact.observation} (${fact.reason}): ${fact.text}`,
        ];
      return [
        `${by} quan sát ${fact.observation}${itemVi}, lúc ${when} (${kindVi}): ${fact.text}`,
        `${by} observes ${fact.observation}${itemEn}, at ${when} (${kindEn}): ${fact.text}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};
