/** The level of secrecy of a paper, entered as it was decided elsewhere. A secret one keeps number, date and holder only. */
import { Alert, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { LEVEL_NAMES, PAPERS } from '../../../../domain/labels/words.ts';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { PaperDialog } from './dialogs.tsx';
import { said } from './words.ts';

type Level = Schemas['ClassificationLevel'];
const LEVELS: readonly Level[] = ['normal', 'internal', 'mat', 'toiMat', 'tuyetMat'];
const SECRET: readonly Level[] = ['mat', 'toiMat', 'tuyetMat'];

export const Classify = ({ file, slot, onClose }: PaperDialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [level, setLevel] = useState<Level | null>(null);
  const [typed, setTyped] = useState({ decidedBy: '', basis: '', label: '', reason: '' });
  const act = useAct('exercises', file.id, w.classified, onClose);
  const put = (key: keyof typeof typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const { decidedBy, basis, label, reason } = typed;
  const isSecret = level !== null && SECRET.includes(level);
  const send = (): void => {
    if (level === null) return;
    act.send(
      {
        type: 'Classify',
        subject: { kind: 'paper', slot },
        level,
        decidedBy: decidedBy.trim(),
        basis: basis.trim(),
        ...(isSecret && label.trim() ? { label: label.trim() } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      },
      { expectedVersion: file.version },
    );
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={`${w.classify}: ${say(PAPERS[slot])}`}
      button={level ? w.classifyThis(say(LEVEL_NAMES[level])) : w.classify}
      error={act.error}
      sending={act.sending}
      disabled={level === null || decidedBy.trim() === '' || basis.trim() === ''}
      dirty={Object.values(typed).some((each) => each !== '')}
    >
      <div>
        <Text size="sm" fw={500} id="level-label" mb={4}>
          {w.level}
        </Text>
        <SegmentedControl
          aria-labelledby="level-label"
          value={level ?? ''}
          onChange={(chosen) => setLevel(LEVELS.find((each) => each === chosen) ?? null)}
          data={LEVELS.map((value) => ({ value, label: say(LEVEL_NAMES[value]) }))}
        />
      </div>
      {level === null && <Text c="dimmed">{w.levelFirst}</Text>}
      {isSecret && (
        <Alert color="gray" variant="light" icon={<IconLock aria-hidden />}>
          {w.secretRule}
        </Alert>
      )}
      {level !== null && (
        <>
          <TextInput
            label={w.decidedBy}
            value={decidedBy}
            onChange={({ currentTarget }) => put('decidedBy')(currentTarget.value)}
            maxLength={120}
            required
          />
          <TextInput
            label={w.basis}
            value={basis}
            onChange={({ currentTarget }) => put('basis')(currentTarget.value)}
            maxLength={200}
            required
          />
          {isSecret ? (
            <TextInput
              label={w.label}
              value={label}
              onChange={({ currentTarget }) => put('label')(currentTarget.value)}
              maxLength={120}
            />
          ) : (
            <ReasonField label={w.lowering} value={reason} onChange={put('reason')} />
          )}
        </>
      )}
    </ActDialog>
  );
};
