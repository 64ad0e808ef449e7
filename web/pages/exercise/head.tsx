/** Head of an exercise on every tab: what it is, when, how it stands, and the acts over the whole file. */
import { Alert, Badge, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { EXERCISE_TYPE_NAMES } from '../../../domain/labels/words.ts';
import { PageLink } from '../../parts/link.tsx';
import { ReadyMark } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { dateText, distanceText, instantText, longDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { HeadActs } from './head-acts.tsx';
import type { File } from './tabs.ts';
import { useExerciseNames } from './use-names.ts';
import { said } from './words.ts';

/** `T = Thứ Ba 24/05/2022 · E = Thứ Năm 26/05/2022 · còn 34 ngày làm việc`. */
const Days = ({ file }: { readonly file: File }): ReactNode => {
  const { language } = useLanguage();
  const w = useWords(said);
  if (!file.startDate || !file.endDate) return <span>{w.noDays}</span>;
  const { workingDaysLeft: left } = file;
  return (
    <>
      <b>T = {longDate(file.startDate, language)}</b>
      {file.endDate !== file.startDate && <span>E = {dateText(file.endDate)}</span>}
      {left !== null && left > 0 && <span>{w.untilT(distanceText(left, language))}</span>}
    </>
  );
};

const JUDGED: readonly File['phase'][] = ['planned', 'preparing', 'ready'];

export const Head = ({ file, unit }: { readonly file: File; readonly unit: string | null }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const nameOf = useExerciseNames(file.parentId !== null);
  const type = say(EXERCISE_TYPE_NAMES[file.type]);
  return (
    <>
      <Text size="sm" c="dimmed" component="nav" aria-label={w.exercises} className="crumbs">
        <PageLink to="/dien-tap" size="sm">
          {w.exercises}
        </PageLink>
        {file.parentId && (
          <>
            {' / '}
            <PageLink to="/dien-tap/$id" params={{ id: file.parentId }} size="sm">
              {nameOf(file.parentId)}
            </PageLink>
          </>
        )}
      </Text>
      <PageHead
        title={file.theme}
        aside={JUDGED.includes(file.phase) && <ReadyMark file={file} />}
        actions={<HeadActs file={file} />}
      />
      <div className="file-facts figures">
        <Badge variant="default" size="lg" radius="sm" tt="none" fw={600} className="phase">
          {say(file.phaseLabel)}
        </Badge>
        {JUDGED.includes(file.phase) && <span>{say(file.readiness.sentence)}</span>}
        <Days file={file} />
        {!file.theme.startsWith(EXERCISE_TYPE_NAMES[file.type].vi) && <span>{type}</span>}
        {unit && <span>{unit}</span>}
        {file.codeName && (
          <span>
            {w.codeName} {file.codeName}
          </span>
        )}
        {file.isPilot && <span>{w.pilot}</span>}
      </div>
      {file.postponed && (
        <Alert color="gray" variant="light" icon={<IconPlayerPause aria-hidden />} mb="md" className="on-tint">
          {w.postponedSince(instantText(file.postponed.since), file.postponed.reason)}
        </Alert>
      )}
    </>
  );
};
