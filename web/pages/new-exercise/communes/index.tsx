/** The communes of a city exercise in one go: a day each, pilot first, what each would meet, then one after the other. */
import { Alert, Button, Group, Progress, Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Answer } from '../../../client/http.ts';
import { Broken, Empty } from '../../../parts/shown.tsx';
import { useMe } from '../../../session/session.tsx';
import { byName } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { createExercise } from '../create.ts';
import { freeId } from '../draft.ts';
import { usePlans } from '../preview.ts';
import { openCities } from '../step-what.tsx';
import type { Unit } from '../units.ts';
import { said } from '../words.ts';
import { CommuneTable } from './commune-table.tsx';
import { keepSheet, keptSheet, plansOf, rowsFor, type Sheet } from './rows.ts';
import { Stagger } from './stagger.tsx';

type List = Answer<'/api/v1/exercises'>;

const useSheet = () => {
  const { user } = useMe();
  const [sheet, setSheet] = useState<Sheet>(() => keptSheet(user.id));
  const latest = useRef(sheet);
  const change = (parts: Partial<Sheet>): void => {
    latest.current = { ...latest.current, ...parts };
    setSheet(latest.current);
    keepSheet(user.id, latest.current);
  };
  return { sheet, latest, change };
};

/** One after the other; a refused one is told and left, a lost line stops: pressing again goes on from there. */
const useCreating = (change: (parts: Partial<Sheet>) => void, latest: { readonly current: Sheet }) => {
  const client = useQueryClient();
  const [at, setAt] = useState<{ readonly unit: string; readonly n: number; readonly of: number } | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<string, Error>>(new Map());
  const stopped = useRef(false);
  const run = async (plans: ReturnType<typeof plansOf>): Promise<void> => {
    stopped.current = false;
    const found = new Map<string, Error>();
    setRefused(found);
    for (const [n, { unit, asked }] of plans.entries()) {
      if (stopped.current) break;
      setAt({ unit, n, of: plans.length });
      try {
        await createExercise(asked, latest.current.commands, (commands) => change({ commands }));
        change({ rows: latest.current.rows.map((row) => (row.unit === unit ? { ...row, done: true } : row)) });
      } catch (error) {
        found.set(unit, error instanceof Error ? error : new Error(String(error)));
        if (error instanceof Error && error.name === 'Unreachable') break;
      }
    }
    setRefused(new Map(found));
    setAt(null);
    await client.invalidateQueries({ queryKey: ['read'] });
  };
  return { at, refused, run, stop: () => (stopped.current = true) };
};

export const Communes = ({ units, list }: { readonly units: readonly Unit[]; readonly list: List }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { sheet, latest, change } = useSheet();
  const creating = useCreating(change, latest);
  const cities = openCities(list.exercises, null);
  const city = cities.find(({ id }) => id === sheet.city) ?? null;
  const names = new Map(units.map(({ id, name }) => [id, say(name)]));
  const nameOf = (unit: string): string => names.get(unit) ?? unit;
  const communes = units
    .filter(({ parent, level }) => city !== null && parent === city.orgUnit && level.code === 'commune')
    .map(({ id }) => id)
    .sort((a, b) => byName(nameOf(a), nameOf(b)));
  const rows = rowsFor(communes, sheet.rows);
  const own = list.exercises.filter(({ parentId }) => parentId === city?.id);
  const planned = new Map(own.filter(({ phase }) => phase !== 'draft').map((each) => [each.orgUnit, each]));
  const begun = new Map(own.filter(({ phase }) => phase === 'draft').map(({ orgUnit, id }) => [orgUnit, id]));
  const open = { ...sheet, rows: rows.filter(({ unit }) => !planned.has(unit)) };
  const taken = new Set(list.exercises.map(({ id }) => id));
  const plans = city
    ? plansOf(open, city, {
        idFor: (unit, year) => begun.get(unit) ?? freeId(unit, year, taken),
        themeOf: (unit, year) => w.themeOf(w.communeCombatExerciseOf, nameOf(unit), year),
      })
    : [];
  const preview = usePlans(plans.map(({ asked }) => asked));
  const shown = new Map((preview.data ?? []).map((plan) => [plan.id, plan]));
  const wouldBe = new Map(plans.map(({ unit, asked }) => [unit, shown.get(asked.id)]));
  const ready = plans.filter(({ unit }) => wouldBe.get(unit)?.problem === null);
  const { at, refused } = creating;
  if (cities.length === 0) return <Empty>{w.noCities}</Empty>;
  return (
    <>
      <Select
        label={w.city}
        description={w.cityHint}
        maw="44rem"
        disabled={at !== null}
        value={sheet.city}
        onChange={(value) => change({ city: value, rows: [], pilot: null })}
        data={cities.map(({ id, theme }) => ({ value: id, label: theme }))}
      />
      {city && communes.length === 0 && <Empty>{w.noCommunes}</Empty>}
      {city && communes.length > 0 && (
        <>
          <Stagger
            sheet={open}
            today={list.today}
            disabled={at !== null}
            onArrange={(arranged) => {
              const days = new Map(arranged.map((row) => [row.unit, row]));
              change({ rows: rows.map((row) => days.get(row.unit) ?? row) });
            }}
            onLength={(length) => change({ length })}
          />
          {preview.error && <Broken error={preview.error} onRetry={() => void preview.refetch()} />}
          <CommuneTable
            rows={rows}
            pilot={sheet.pilot}
            today={list.today}
            nameOf={nameOf}
            onRows={(next) => change({ rows: next })}
            onPilot={(pilot) => change({ pilot })}
            existing={planned}
            wouldBe={wouldBe}
            refused={refused}
            working={at?.unit ?? null}
          />
          {refused.size > 0 && (
            <Alert color="orange" variant="light" role="alert" mt="sm">
              <Text c="var(--mantine-color-text)">{w.refusedN(refused.size)}</Text>
            </Alert>
          )}
          {at && (
            <div role="status">
              <Text size="sm" mt="sm" className="figures">
                {w.progress(at.n, at.of)} · {nameOf(at.unit)}
              </Text>
              <Progress value={(100 * at.n) / at.of} aria-label={w.progress(at.n, at.of)} />
            </div>
          )}
          <Group mt="lg" gap="sm" className="primary-act">
            <Button
              disabled={ready.length === 0 || preview.isPlaceholderData}
              loading={at !== null}
              onClick={() => void creating.run(ready)}
            >
              {w.createN(ready.length)}
            </Button>
            {at && (
              <Button variant="default" onClick={creating.stop}>
                {w.stop}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed" mt="sm">
            {w.resume}
          </Text>
        </>
      )}
    </>
  );
};
