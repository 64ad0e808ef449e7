/** `/lap-lich`: which commune exercises in which year of the term. Unit, term and job stand in the address. */
import { Group, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../client/read.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useView } from '../../parts/view.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { termOf, termsAround } from './draft.ts';
import { OwnPlace } from './own.tsx';
import './planner.css';
import { said } from './words.ts';
import { Workspace } from './workspace.tsx';

const Term = ({ unit, term }: { readonly unit: string; readonly term: { firstYear: number; lastYear: number } }) => {
  const basis = useRead('/api/v1/planner/basis', {
    query: { unit, firstYear: String(term.firstYear), lastYear: String(term.lastYear) },
  } as never); // numbers travel as text
  const id = basis.data?.plan.id ?? '';
  const hasPlan = (basis.data?.plan.version ?? 0) > 0;
  const plan = useRead('/api/v1/rollouts/{id}', { path: { id } }, { enabled: hasPlan });
  return (
    <Shown read={basis} lines={12}>
      {(start) =>
        hasPlan && !plan.error ? (
          <Shown read={plan} lines={12}>
            {(shown) => <Workspace key={`${unit} ${id}`} basis={start} plan={shown} term={term} />}
          </Shown>
        ) : (
          <Workspace key={`${unit} ${id}`} basis={start} plan={null} term={term} />
        )
      }
    </Shown>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [view, setView] = useView();
  const units = useRead('/api/v1/planner/units', {});
  const [typed] = useState(view.nam);
  const terms = units.data ? termsAround(units.data.today) : [];
  const current = termOf(view.nam) ? (view.nam ?? '') : (terms[0] ?? '');
  const choices = [...new Set([...terms, ...(termOf(typed) && typed ? [typed] : []), current])].filter(Boolean).sort();
  const list = units.data?.units ?? [];
  const unit = list.find(({ id }) => id === view.don_vi)?.id ?? list[0]?.id;
  const term = termOf(current);
  return (
    <>
      <PageHead
        title={w.title}
        aside={
          unit && (
            <Group gap="sm">
              <NativeSelect
                aria-label={w.unit}
                value={unit}
                onChange={({ currentTarget }) => setView({ don_vi: currentTarget.value, viec: undefined })}
                data={list.map(({ id, name, communes }) => ({ value: id, label: `${say(name)} (${communes})` }))}
              />
              <NativeSelect
                aria-label={w.term}
                value={current}
                onChange={({ currentTarget }) => setView({ nam: currentTarget.value, viec: undefined })}
                data={choices.map((value) => ({ value, label: value.replace('-', '–') }))}
              />
            </Group>
          )
        }
      />
      <Shown read={units} lines={8}>
        {() =>
          unit && term ? (
            <Term key={`${unit} ${current}`} unit={unit} term={term} />
          ) : (
            <OwnPlace none={<Empty>{w.noUnits}</Empty>} />
          )
        }
      </Shown>
    </>
  );
};
