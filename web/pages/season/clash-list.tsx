/** The clashes of the year in words, each with the exercises that meet and the way to move one. */
import { Title } from '@mantine/core';
import { IconArrowsCross, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { Sign } from '../../parts/marks.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Clash } from './weeks.ts';
import { said } from './words.ts';

export const ClashList = ({
  clashes,
  nameOf,
  mayMove,
}: {
  readonly clashes: readonly Clash[];
  readonly nameOf: (id: string) => string;
  readonly mayMove: boolean;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <section aria-labelledby="clashes">
      <Title order={2} size="h4" id="clashes" mt="lg" mb="xs">
        {w.clashes} ({clashes.length})
      </Title>
      {clashes.length === 0 ? (
        <p className="quiet">{w.noClashes}</p>
      ) : (
        <ul className="clash-list">
          {clashes.map(({ key, severity, severityLabel, label, text, from, until, exercises, accepted }) => (
            <li key={key} className="keep-together">
              <div>
                <Sign
                  icon={severity === 'clash' ? IconArrowsCross : IconInfoCircle}
                  hue={severity === 'clash' ? 'orange' : 'grey'}
                >
                  {say(severityLabel)}
                </Sign>{' '}
                <strong>{say(label)}</strong>{' '}
                <span className="quiet figures">
                  {from === until ? dateText(from) : `${dateText(from)} – ${dateText(until)}`}
                </span>
              </div>
              <div>{say(text)}</div>
              <ul className="clash-parts">
                {exercises.map((id) => (
                  <li key={id}>
                    <PageLink to="/dien-tap/$id" params={{ id }}>
                      {nameOf(id)}
                    </PageLink>
                    {mayMove && (
                      <PageLink
                        to="/dien-tap/$id"
                        params={{ id }}
                        search={{ lam: 'doi-ngay' } as never}
                        aria-label={w.moveOf(nameOf(id))}
                        className="no-print"
                      >
                        {w.move}
                      </PageLink>
                    )}
                  </li>
                ))}
              </ul>
              {accepted.map(({ exercise, reason }) => (
                <div key={exercise} className="quiet">
                  {w.acceptedWhy(reason)}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
