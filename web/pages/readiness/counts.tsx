/** How many stand how, and how many got better or worse since the other day. */
import { Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign, VerdictMark } from '../../parts/marks.tsx';
import { dateText, numberText } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { type Board, countTurns, type Difference } from './board.ts';
import { said } from './words.ts';

export const Counts = ({ counts }: { readonly counts: Board['counts'] }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const n = (value: number): string => numberText(value, language);
  const judged = counts.green + counts.amber + counts.red;
  return (
    <Group gap="lg" className="counts">
      {(['green', 'amber', 'red'] as const).map((verdict) => (
        <span key={verdict} className="count">
          <b className="figures">{n(counts[verdict])}</b> <VerdictMark verdict={verdict} />
        </span>
      ))}
      <span>{w.ofAll(n(judged))}</span>
      {counts.none > 0 && <span className="quiet">{w.notJudged(n(counts.none))}</span>}
    </Group>
  );
};

export const Turns = ({
  differences,
  since,
}: {
  readonly differences: ReadonlyMap<string, Difference>;
  readonly since: string;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { better, worse } = countTurns(differences);
  return (
    <Group gap="md" role="status">
      {better > 0 && (
        <Sign icon={IconArrowUp} hue="green">
          {w.better(numberText(better, language))}
        </Sign>
      )}
      {worse > 0 && (
        <Sign icon={IconArrowDown} hue="red">
          {w.worse(numberText(worse, language))}
        </Sign>
      )}
      {better + worse === 0 && <span>{w.same}</span>}
      <span className="quiet">{w.since(dateText(since))}</span>
    </Group>
  );
};
