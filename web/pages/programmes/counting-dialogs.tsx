/** An exercise is counted by its files, or entered by its report where it was held before there were files. */
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { EXERCISE_TYPE_NAMES } from '../../../domain/labels/words.ts';
import { useRead } from '../../client/read.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { emptyPaper, isTouched, paperSent } from '../../parts/paper-fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { EXERCISE_TYPES, type ExerciseType } from './indicator-draft.ts';
import { PaperSet } from './paper-set.tsx';
import type { Programme } from './rights.ts';
import { useLocalities } from './use-communes.ts';
import { acts } from './words-acts.ts';

interface Dialog {
  readonly file: Programme;
  readonly onClose: () => void;
}

export const CountExercise = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const { data } = useRead('/api/v1/exercises', {});
  const [exercise, setExercise] = useState<string | null>(null);
  const act = useAct('programmes', file.id, w.countedDone, onClose);
  const unitName = new Map((data?.units ?? []).map(({ id, name }) => [id, say(name)]));
  const choices = (data?.exercises ?? [])
    .filter(({ startDate }) => startDate === null || startDate <= file.today)
    .map(({ id, orgUnit, typeLabel, startDate }) => ({
      value: id,
      label: [unitName.get(orgUnit) ?? orgUnit, say(typeLabel), dateText(startDate)].join(' · '),
    }));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => exercise && act.send({ type: 'CountExercise', exercise })}
      title={w.countExercise}
      button={w.countThis}
      effect={w.countWhat}
      error={act.error}
      sending={act.sending}
      disabled={exercise === null}
    >
      <Select
        id="field-exercise"
        label={w.exercise}
        data={choices}
        value={exercise}
        onChange={setExercise}
        searchable
        required
        maxDropdownHeight={320}
      />
    </ActDialog>
  );
};

/** A name of its own: `tan-thanh-2019-09-20`; there is no file behind it. */
const heldId = (unit: string, heldOn: string, taken: readonly string[]): string => {
  const base = `${unit}-${heldOn}`;
  const number = [...Array(taken.length + 1).keys()].find((n) => !taken.includes(n === 0 ? base : `${base}-${n + 1}`));
  return number ? `${base}-${number + 1}` : base;
};

export const EnterHeldExercise = ({ file, onClose }: Dialog): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const units = useLocalities(file.orgUnit);
  const [unit, setUnit] = useState<string | null>(null);
  const [exerciseType, setType] = useState<ExerciseType>('communeCombatExercise');
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [paper, setPaper] = useState(emptyPaper);
  const [taken] = useState(() => file.exercises.map(({ exercise }) => exercise)); // sent again it keeps its name
  const act = useAct('programmes', file.id, w.entered, onClose);
  const report = paperSent(paper);
  const send = (): void => {
    if (!unit || !heldOn || !report) return;
    act.send({ type: 'EnterHeldExercise', exercise: heldId(unit, heldOn, taken), unit, exerciseType, heldOn, report });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.enterHeld}
      button={w.enterThis}
      error={act.error}
      sending={act.sending}
      disabled={!unit || !heldOn || !report}
      dirty={unit !== null || isTouched(paper)}
    >
      <Select
        id="field-unit"
        label={w.held}
        data={units}
        value={unit}
        onChange={setUnit}
        searchable
        required
        maxDropdownHeight={320}
      />
      <Select
        id="field-exerciseType"
        label={w.exerciseType}
        data={EXERCISE_TYPES.map((value) => ({ value, label: say(EXERCISE_TYPE_NAMES[value]) }))}
        value={exerciseType}
        onChange={(next) => setType(EXERCISE_TYPES.find((each) => each === next) ?? exerciseType)}
        allowDeselect={false}
      />
      <DateField
        id="field-heldOn"
        label={w.heldOn}
        value={heldOn}
        onChange={setHeldOn}
        min={file.term.from}
        max={[file.today, file.term.to].sort()[0]}
        required
      />
      <PaperSet legend={w.reportPaper} paper={paper} onChange={setPaper} path="report" />
    </ActDialog>
  );
};
