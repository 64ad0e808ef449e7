/** The muster desk: first which station or commune, then its keys. The choice lives in the address (`?ban=`). */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Chips } from '../../../../parts/chips.tsx';
import { Empty } from '../../../../parts/shown.tsx';
import { useView } from '../../../../parts/view.ts';
import { useWords } from '../../../../words/language.tsx';
import type { Muster } from '../board.tsx';
import { mayReport } from '../rights.ts';
import { useUnitNames } from '../use-units.ts';
import { said as muster } from '../words.ts';
import { Counter } from './counter.tsx';
import { Roll } from './roll.tsx';
import { said } from './words.ts';

interface Place {
  readonly code: string;
  readonly name: string;
  /** Still awaited there. */
  readonly left: number;
  readonly desk: ReactNode;
}

const usePlaces = ({ drill, stations }: Muster): Place[] => {
  const nameOf = useUnitNames();
  const w = useWords(muster);
  const byHand = drill.rows
    .filter(({ unit, source, counts }) => source === 'counts' && counts.ordered > 0 && mayReport(drill, unit))
    .map((row): Place => {
      const station = stations.find((each) => each.station === row.station && each.units.includes(row.unit));
      const name = row.kind === 'vehicle' ? `${nameOf(row.unit)} – ${w.vehicles}` : nameOf(row.unit);
      const code = `${row.unit}.${row.kind}`;
      const desk = <Counter key={code} drill={drill} row={row} station={station?.station ?? null} name={name} />;
      return { code, name, left: row.counts.notYetReported, desk };
    });
  const byRoll = stations
    .filter((station) => station.mayStaff)
    .filter(({ counts }) => counts.some(({ ordered, spare, walkIns }) => ordered + spare + walkIns > 0))
    .map((station): Place => {
      const left = station.counts.reduce((sum, { notYetReported }) => sum + notYetReported, 0);
      const name = `${station.station} · ${station.units.map(nameOf).join(', ')}`;
      const desk = <Roll key={station.station} drill={drill} station={station} />;
      return { code: station.station, name, left, desk };
    });
  return [...byHand, ...byRoll];
};

export const Entry = ({ muster: shown }: { readonly muster: Muster }): ReactNode => {
  const w = useWords(said);
  const [{ ban }, change] = useView();
  const places = usePlaces(shown);
  const place = places.find(({ code }) => code === ban) ?? places[0];
  if (!place) return <Empty>{w.nothing}</Empty>;
  return (
    <Stack gap="lg">
      {places.length > 1 && (
        <div className="desk-places">
          <Chips
            label={w.desk}
            chips={places.map(({ code, name, left }) => ({ value: code, label: name, count: left }))}
            chosen={place.code}
            onChoose={(code) => change({ ban: code })}
          />
        </div>
      )}
      {place.desk}
    </Stack>
  );
};
