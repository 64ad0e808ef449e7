/** Everything the plan on the table breaks, in words; said also when it breaks nothing. */
import { Text } from '@mantine/core';
import { type ReactNode, useDeferredValue } from 'react';
import { faultText } from '../../../domain/labels/rollout.ts';
import { kindOfRule } from '../../../domain/rollout/rules.ts';
import { Section } from '../../parts/section.tsx';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Basis, Judged, Table } from './draft.ts';
import { said } from './words.ts';

const MOST = 50;

export const FaultList = ({
  basis,
  table,
  judged,
}: {
  readonly basis: Basis;
  readonly table: Table;
  readonly judged: Judged;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { faults, problem } = useDeferredValue(judged);
  if (Object.keys(table.cells).length === 0) return null;
  const names = new Map<string, string>(basis.communes.map(({ id, name }) => [id, say(name)]));
  const isSoft = (rule: string): boolean =>
    rule !== 'missing' && rule !== 'outside' && problem.rules.soft.includes(kindOfRule(rule));
  return (
    <Section title={faults.length === 0 ? w.faults : `${w.faults} (${faults.length})`}>
      {faults.length === 0 ? (
        <Text>{w.noFaults}</Text>
      ) : (
        <ul className="plan-list">
          {faults.slice(0, MOST).map((fault) => (
            <li key={`${fault.rule} ${fault.year} ${fault.month} ${fault.communes[0] ?? ''}`}>
              {faultText(problem, fault, (id) => names.get(id) ?? id, language)}
              {isSoft(fault.rule) && ` (${w.faultsSoft})`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
