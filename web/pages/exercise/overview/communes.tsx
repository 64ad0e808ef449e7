/** Exercises that hang on this one, each with its verdict; the blocked ones first. */
import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { VerdictMark } from '../../../parts/marks.tsx';
import { byName, shortDate } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

const RANK: Readonly<Record<Schemas['Verdict'], number>> = { red: 0, amber: 1, green: 2, none: 3 };

export const Communes = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { data } = useRead('/api/v1/organisation', {}, { enabled: file.children.length > 0 });
  if (file.children.length === 0) return null;
  const nameOf = (unit: string): string => {
    const found = data?.units.find(({ id }) => id === unit);
    return found ? say(found.name) : unit;
  };
  const rows = file.children
    .map((child) => ({ child, name: nameOf(child.orgUnit) }))
    .sort((a, b) => RANK[a.child.verdict] - RANK[b.child.verdict] || byName(a.name, b.name));
  return (
    <section aria-labelledby="communes-title">
      <Title order={2} className="section-title" id="communes-title">
        {w.communes} ({rows.length})
      </Title>
      <ul className="commune-chips">
        {rows.map(({ child, name }) => (
          <li key={child.id}>
            <Link to="/dien-tap/$id" params={{ id: child.id }}>
              <span>{name}</span>
              <VerdictMark verdict={child.verdict} />
              {child.startDate && <span className="quiet figures">T {shortDate(child.startDate)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
