/** Every proof that was handed in, first to last, and what became of it; the last one whole. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Fact, Facts } from '../../parts/marks.tsx';
import { dateText, instantText, numberText } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { FilesShown } from './files-shown.tsx';
import { said } from './task-words.ts';
import { usePersonName } from './who.tsx';

const OUTCOMES = {
  waiting: 'outcomeWaiting',
  verified: 'outcomeVerified',
  returned: 'outcomeReturned',
  revised: 'outcomeRevised',
  voided: 'outcomeVoided',
} as const;

const Given = ({ whole: { id, task } }: { readonly whole: Whole }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { evidenceGiven: given } = task;
  if (!given) return null;
  return (
    <section aria-labelledby="given" className="given">
      <Title order={3} size="h6" id="given">
        {w.given}
      </Title>
      <Facts>
        <Fact label={w.paperLabel}>{w.paper(given.number, dateText(given.date))}</Fact>
        <Fact label={w.keptBy}>{given.holder}</Fact>
        {Object.entries(given.counts ?? {}).map(([name, count]) => (
          <Fact key={name} label={name}>
            <span className="figures">{numberText(count, language)}</span>
          </Fact>
        ))}
        {given.note && <Fact label={w.note}>{given.note}</Fact>}
      </Facts>
      <FilesShown exercise={id} task={task.code} files={given.files ?? []} />
    </section>
  );
};

export const Steps = ({ whole }: { readonly whole: Whole }): ReactNode => {
  const { submissions } = whole.task;
  const w = useWords(said);
  const personName = usePersonName();
  return (
    <section aria-labelledby="steps">
      <Title order={2} size="h5" id="steps">
        {w.steps}
      </Title>
      {submissions.length === 0 ? (
        <p className="quiet">{w.stepsNone}</p>
      ) : (
        <ol className="plain-list">
          {submissions.map(({ number, date, at, by, outcome, reason }, index) => (
            <li key={index}>
              <strong>{w.submission(index + 1)}</strong> · {w.paper(number, dateText(date))} ·{' '}
              <span className="quiet figures">
                {instantText(at)}, {personName(by)}
              </span>{' '}
              → <strong>{w[OUTCOMES[outcome]]}</strong>
              {reason && <span>: “{reason}”</span>}
            </li>
          ))}
        </ol>
      )}
      <Given whole={whole} />
    </section>
  );
};
