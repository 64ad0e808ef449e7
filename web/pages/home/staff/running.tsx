/** One line per running exercise: how far it is, which gate it stands at, its verdict and what holds it up. */
import { Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDot,
  IconLock,
  IconPointFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { PageLink } from '../../../parts/link.tsx';
import { Sign, VerdictMark } from '../../../parts/marks.tsx';
import { longDate } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { type Desk, useNames } from './rows.ts';
import { said } from './words.ts';

type Exercise = Desk['exercises'][number];
type Stand = Exercise['gates'][number]['state'];
const SHOWN = 12;
const BLOCKERS = 2;

const STEPS: Readonly<Record<Stand, readonly [TablerIcon, 'passed' | 'opened' | 'blocked' | 'notYet']>> = {
  passed: [IconCheck, 'passed'],
  open: [IconCircleDot, 'opened'],
  blocked: [IconLock, 'blocked'],
  notYet: [IconPointFilled, 'notYet'],
};

const Stepper = ({ gates }: { readonly gates: Exercise['gates'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <ol className="mini-gates" aria-label={w.gatesOf}>
      {gates.map(({ code, name, state }) => {
        const [Icon, word] = STEPS[state];
        const isNow = state === 'open' || state === 'blocked';
        return (
          <li
            key={code}
            data-state={state}
            title={`${code} ${say(name)}: ${w[word]}`}
            aria-current={isNow ? 'step' : undefined}
          >
            <Icon aria-hidden size={isNow ? 15 : 13} stroke={2.2} />
            {isNow && <span aria-hidden>{code}</span>}
            <span className="only-heard">
              {code} {say(name)}: {w[word]}
            </span>
          </li>
        );
      })}
    </ol>
  );
};

const useDistance = () => {
  const w = useWords(said);
  return ({ startDate, workingDaysLeft }: Exercise, today: string): string => {
    if (startDate === null || workingDaysLeft === null) return w.noDay;
    if (startDate === today) return w.openedToday;
    return workingDaysLeft >= 0 && startDate > today ? w.opensInWords(workingDaysLeft) : w.openedAgo(-workingDaysLeft);
  };
};

const Line = ({ exercise, desk }: { readonly exercise: Exercise; readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const distance = useDistance();
  const { unit } = useNames(desk)(exercise.id);
  const { blockers } = exercise;
  return (
    <li className="running-line">
      <div className="running-name">
        <PageLink to="/dien-tap/$id" params={{ id: exercise.id }} fw={600}>
          {exercise.theme}
        </PageLink>
        <div className="quiet">
          {unit && say(unit)} · {exercise.startDate ? longDate(exercise.startDate, language) : ''} ·{' '}
          {distance(exercise, desk.today)}
        </div>
      </div>
      <div className="running-stand">
        <VerdictMark verdict={exercise.verdict} />
        {exercise.overdue > 0 && (
          <Sign icon={IconAlertTriangle} hue="red">
            {w.late(exercise.overdue)}
          </Sign>
        )}
        <Stepper gates={exercise.gates} />
      </div>
      <div className="running-why">
        {blockers.length === 0 ? (
          <span className="quiet">{w.onTrack}</span>
        ) : (
          <ul className="short-list">
            {blockers.slice(0, BLOCKERS).map(({ kind, code, text }) => (
              <li key={`${kind} ${code}`}>{say(text)}</li>
            ))}
            {blockers.length > BLOCKERS && <li className="quiet">{w.more(blockers.length - BLOCKERS)}</li>}
          </ul>
        )}
      </div>
      <ButtonLink
        to="/dien-tap/$id"
        params={{ id: exercise.id }}
        size="compact-md"
        variant="default"
        aria-label={w.openOf(exercise.theme)}
        className="running-open no-print"
      >
        {w.open}
      </ButtonLink>
    </li>
  );
};

export const Running = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  return (
    <section aria-labelledby="running">
      <Title order={2} size="h4" id="running" mb="xs">
        {w.running}
      </Title>
      <ul className="running">
        {desk.exercises.slice(0, SHOWN).map((exercise) => (
          <Line key={exercise.id} exercise={exercise} desk={desk} />
        ))}
      </ul>
      {desk.exercises.length > SHOWN && <PageLink to="/dien-tap">{w.allExercises(desk.exercises.length)}</PageLink>}
    </section>
  );
};
