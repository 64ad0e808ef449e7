/** One act of a keeper in a dialog; what it moves is shown while it is filled in. */
import { Alert, Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BODIES } from '../../../../domain/labels/bodies.ts';
import { Refused } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { BodyField } from '../../../parts/body-field.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, PaperFields } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { ACTS, type ActName, commandOf, type Draft, type Field, type Target } from './acts.ts';
import { Effect } from './effect.tsx';
import type { Unit } from './tree.ts';
import { UnitField } from './unit-field.tsx';
import { said } from './words.ts';

export const isStale = (error: Error | null): boolean => error instanceof Refused && error.problem.status === 412;

const useFields = (unit: Unit, target: Target, draft: Draft, change: (part: Partial<Draft>) => void) => {
  const w = useWords(said);
  const { language } = useLanguage();
  const text = (
    key: 'name' | 'nameEn' | 'unitId' | 'headPost' | 'title' | 'postId' | 'person',
    label: string,
    what?: string,
    required = true,
  ) => (
    <TextInput
      key={key}
      label={label}
      description={what}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft[key]}
      onChange={({ currentTarget }) => change({ [key]: currentTarget.value })}
      maxLength={160}
      required={required}
      autoComplete="off"
    />
  );
  const day = (key: 'from' | 'to', label: string, required = true) => (
    <DateField
      key={key}
      label={label}
      value={draft[key]}
      onChange={(date) => change({ [key]: date })}
      required={required}
    />
  );
  const names = (required: boolean, label: string) => (
    <SimpleGrid key="names" cols={{ base: 1, sm: 2 }}>
      {text('name', label, required ? w.nameWhat : undefined, required)}
      {text('nameEn', w.nameEn, undefined, required)}
    </SimpleGrid>
  );
  const days = (isEndNeeded: boolean) => (
    <SimpleGrid key="window" cols={{ base: 1, sm: 2 }}>
      {day('from', w.from)}
      {day('to', w.to, isEndNeeded)}
    </SimpleGrid>
  );
  const fields: Readonly<Partial<Record<Field, () => ReactNode>>> = {
    unitId: () => text('unitId', w.unitId, w.unitIdWhat),
    name: () => names(true, w.name),
    ownName: () => names(false, w.ownName),
    parent: () => (
      <UnitField
        key="parent"
        label={w.newParent}
        value={draft.parent}
        onChange={(parent) => change({ parent })}
        without={[unit.id]}
      />
    ),
    code: () => (
      <Select
        key="code"
        label={w.code}
        value={draft.code}
        data={Object.entries(BODIES)
          .filter(([code]) => !unit.bodies.some(({ body }) => body === `${unit.id}.${code}`))
          .map(([code, label]) => ({ value: code, label: `${label[language].name} (${code})` }))}
        onChange={(code) => change({ code })}
        searchable
        required
      />
    ),
    headPost: () => text('headPost', w.headPost, undefined, false),
    into: () => (
      <BodyField
        key="into"
        label={w.into}
        value={draft.into}
        onChange={(into) => change({ into })}
        fits={(body) => body !== target.body}
      />
    ),
    title: () => text('title', w.postTitle),
    postId: () => text('postId', w.postId, w.postIdWhat),
    isHead: () => (
      <Checkbox
        key="isHead"
        label={w.isHead}
        checked={draft.isHead}
        onChange={({ currentTarget }) => change({ isHead: currentTarget.checked })}
      />
    ),
    person: () => text('person', w.person, w.personWhat),
    effective: () => day('from', w.effective),
    lastDay: () => day('to', w.lastDay),
    window: () => days(false),
    wholeWindow: () => days(true),
    reason: () => <ReasonField key="reason" value={draft.reason} onChange={(reason) => change({ reason })} />,
    paper: () => <PaperFields key="paper" paper={draft.paper} onChange={(paper) => change({ paper })} />,
  };
  return (field: Field): ReactNode => fields[field]?.();
};

export const OrgAct = ({
  act,
  unit,
  target,
  onClose,
}: {
  readonly act: ActName;
  readonly unit: Unit;
  readonly target: Target;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [draft, setDraft] = useState<Draft>({
    ...{ name: '', nameEn: '', unitId: '', parent: null, code: null, headPost: '', into: null, title: '', postId: '' },
    ...{ isHead: false, person: '', from: today, to: null, reason: '', paper: emptyPaper },
    ...(act === 'renameUnit' ? { name: unit.name.vi, nameEn: unit.name.en } : {}),
  });
  const [touched, setTouched] = useState(false);
  const fieldOf = useFields(unit, target, draft, (part) => {
    setTouched(true);
    setDraft({ ...draft, ...part });
  });
  const command = commandOf(act, target, unit.level.code, draft);
  const preview = usePreview('organisation', 'main', command);
  const shown = command && preview.data?.accepted && !preview.isPlaceholderData ? preview.data : null;
  const sending = useAct('organisation', 'main', w.done, onClose);
  const stale = isStale(sending.error);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && shown && sending.send(command, { expectedVersion: shown.version })}
      title={`${w[act]} – ${target.label}`}
      button={stale ? w.sendAgain : w[act]}
      error={stale ? null : sending.error}
      sending={sending.sending}
      disabled={!shown || preview.isFetching}
      dirty={touched}
      danger={act === 'endBody'}
      size="46rem"
    >
      {ACTS[act].map(fieldOf)}
      {stale && (
        <Alert color="yellow" variant="light" className="on-tint" role="alert">
          {w.changed}
        </Alert>
      )}
      {preview.error && <Broken error={preview.error} onRetry={() => void preview.refetch()} />}
      {command && preview.data && !preview.data.accepted && !preview.isPlaceholderData && (
        <Broken error={new Refused(preview.data.problem)} />
      )}
      {command ? (
        preview.isFetching && !shown && <span className="quiet">{w.asking}</span>
      ) : (
        <span className="quiet">{w.whole}</span>
      )}
      {shown && <Effect preview={shown} effective={draft.from} />}
    </ActDialog>
  );
};
