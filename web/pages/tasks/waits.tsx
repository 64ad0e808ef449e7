/** Who waits for whom, over all exercises of a body; names of tasks, never their content. */
import { Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useAsOf } from '../../parts/view.ts';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { keyOf } from './groups.ts';
import { Held } from './held.tsx';
import { said } from './words.ts';

/** A heading with its count, and its rows or one sentence instead. */
export const WaitPart = ({
  id,
  title,
  none,
  count,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly children: ReactNode;
}): ReactNode => (
  <section aria-labelledby={id}>
    <div className="group-head">
      <Title order={2} id={id}>
        {title} ({count})
      </Title>
    </div>
    {count === 0 ? <p className="quiet">{none}</p> : <ul className="task-list">{children}</ul>}
  </section>
);

/** A task that waits, its state in words, and the way to the task that is to be opened. */
const WaitRow = ({
  wait,
  theme,
  opens,
  children,
}: {
  readonly wait: Schemas['WaitsOnMe'] | Schemas['WaitsOnOthers'];
  readonly theme: string | undefined;
  /** Code of the task that the row leads to. */
  readonly opens: string;
  readonly children: ReactNode;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const ngay = useAsOf();
  return (
    <li className="task-item">
      <Link
        to="/viec/$exercise/$code"
        params={{ exercise: wait.exercise, code: opens }}
        search={ngay ? { ngay } : {}}
        className="task-row"
        data-row={keyOf(wait)}
      >
        <span className="task-code figures">{wait.code}</span>
        <span className="task-title">
          {say(wait.title)}
          {theme && <span className="task-theme">{theme}</span>}
        </span>
        <span className="task-state">{children}</span>
        <span className="task-due figures">
          {w.due} {dateText(wait.due)}
        </span>
        <IconChevronRight aria-hidden className="task-open no-print" size={18} stroke={1.7} />
      </Link>
    </li>
  );
};

/** A task of another body waits for tasks that lie here: the row leads to the first of ours. */
export const WaitsOnMeRow = ({
  wait,
  theme,
}: {
  readonly wait: Schemas['WaitsOnMe'];
  readonly theme: string | undefined;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [first = wait.code] = wait.mine;
  return (
    <WaitRow wait={wait} theme={theme} opens={first}>
      <strong>{say(wait.ownerName)}</strong> {w.ofUs(wait.mine.join(', '))}
    </WaitRow>
  );
};

export const WaitsOnOthersRow = ({
  wait,
  theme,
  today,
}: {
  readonly wait: Schemas['WaitsOnOthers'];
  readonly theme: string | undefined;
  readonly today: string;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <WaitRow wait={wait} theme={theme} opens={wait.code}>
      {wait.blockedBy.map(({ code, title, holderName, since }) => (
        <span key={code}>
          {w.waitsFor} <strong>{code}</strong> {say(title)} · {w.heldBy} {say(holderName)} –{' '}
          <Held since={since} today={today} />
        </span>
      ))}
    </WaitRow>
  );
};
