/** What each colour means, in one sentence with its numbers. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { VerdictMark } from '../../parts/marks.tsx';
import { useWords } from '../../words/language.tsx';
import type { Board } from './board.ts';
import { CellMark } from './marks.tsx';
import { said } from './words.ts';

const rest = (sentence: string): string => sentence.slice(sentence.indexOf(':') + 2);

export const Legend = ({ rule }: { readonly rule: Board['rule'] }): ReactNode => {
  const w = useWords(said);
  const lines: readonly (readonly [key: string, mark: ReactNode, sentence: string])[] = [
    ['red', <VerdictMark key="m" verdict="red" />, w.ruleRed(rule.redWhenGateTaskLate, rule.redWhenGateWithin)],
    ['amber', <VerdictMark key="m" verdict="amber" />, w.ruleAmber],
    ['green', <VerdictMark key="m" verdict="green" />, w.ruleGreen],
    ['passed', <CellMark key="m" state="passed" />, w.rulePassed],
    ['open', <CellMark key="m" state="open" />, w.ruleOpen],
    ['ahead', <CellMark key="m" state="ahead" />, w.ruleAhead],
    ['none', <CellMark key="m" state="none" />, w.ruleNone],
  ];
  return (
    <section className="legend" aria-labelledby="legend">
      <Title order={2} size="h5" id="legend" mb={4}>
        {w.legend}
      </Title>
      <dl>
        {lines.map(([key, mark, sentence]) => (
          <div key={key}>
            <dt>{mark}</dt>
            <dd>{rest(sentence)}</dd>
          </div>
        ))}
      </dl>
      <p>{w.verifiedOnly}</p>
    </section>
  );
};
