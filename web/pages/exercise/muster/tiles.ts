/** One tile for each assembly station, and for each commune that reports figures without one. Pure. */
import type { Schemas } from '../../../client/http.ts';

type Drill = Schemas['Drill'];
type Row = Schemas['DrillRow'];
type Station = Schemas['DrillStation'];
export type Kind = Row['kind'];
export type Colour = Row['colour'];

export interface Figures {
  readonly ordered: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly notYet: number;
}
export interface Tile extends Figures {
  readonly key: string;
  readonly station: string | null;
  readonly units: readonly string[];
  readonly present: number;
  /** Null where nobody was ordered: "no data". */
  readonly percent: number | null;
  readonly colour: Colour;
  readonly lastReport: string | null;
  /** The hour by which it reports; null without a station. */
  readonly reportBy: string | null;
  /** Minutes without word while somebody is still awaited; null while that is in order. */
  readonly silent: number | null;
}

/** Minutes without word that are in order; a template default of this page. */
export const SILENT_AFTER = 15;

export const colourOf = (percent: number | null, { colours }: Drill['rule']): Colour => {
  if (percent === null) return 'none';
  if (percent >= colours.green) return 'green';
  return percent >= colours.amber ? 'amber' : 'red';
};

/** Rounded half up to two decimals as the server rounds; null when there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 20_000 + whole) / (2 * whole)) / 100;

const ofRow = ({ counts }: Row): Figures => ({
  ordered: counts.ordered,
  onTime: counts.presentOnTime,
  late: counts.presentLate,
  excused: counts.absentExcused,
  unexcused: counts.absentUnexcused,
  notYet: counts.notYetReported,
});
const ofStation = ({ counts }: Station, kind: Kind): Figures | null => {
  const found = counts.find((each) => each.kind === kind);
  if (!found || (found.ordered === 0 && found.spare === 0 && found.walkIns === 0)) return null;
  return {
    ordered: found.ordered,
    onTime: found.presentOnTime,
    late: found.presentLate,
    excused: found.absentExcused,
    unexcused: found.absentUnexcused,
    notYet: found.notYetReported,
  };
};

const latest = (...instants: readonly (string | null)[]): string | null =>
  instants.reduce((last, each) => (each !== null && (last === null || each > last) ? each : last), null);

const minutesSince = (instant: string, now: number): number => Math.floor((now - Date.parse(instant)) / 60_000);

/** Minutes without word: since it was last heard of, or since its hour; before the drill opens nobody is silent. */
const silentFor = (
  drill: Drill,
  { notYet }: Figures,
  heard: string | null,
  reportBy: string | null,
  now: number,
): number | null => {
  if (drill.phase !== 'open' || notYet <= 0 || drill.start === null) return null;
  const isHeard = heard !== null && heard > drill.start;
  const since = isHeard ? heard : (reportBy ?? drill.start);
  const minutes = minutesSince(since, now);
  const isLate = isHeard || reportBy === null ? minutes > SILENT_AFTER : minutes > 0;
  return isLate ? minutes : null;
};

const tileOf = (
  drill: Drill,
  now: number,
  place: Pick<Tile, 'key' | 'station' | 'units' | 'reportBy' | 'lastReport'>,
  figures: Figures,
): Tile => {
  const present = figures.onTime + figures.late;
  const called = figures.ordered - (drill.rule.excusedInDenominator ? 0 : figures.excused);
  const percent = percentOf(present, called);
  return {
    ...place,
    ...figures,
    present,
    percent,
    colour: colourOf(percent, drill.rule),
    silent: silentFor(drill, figures, place.lastReport, place.reportBy, now),
  };
};

const none: Figures = { ordered: 0, onTime: 0, late: 0, excused: 0, unexcused: 0, notYet: 0 };
const isServed = (station: Station, row: Row): boolean =>
  row.station === station.station || (row.station === null && station.units.includes(row.unit));

/** Stations of a kind by their code, then the communes that report its figures without a station. `now` in milliseconds. */
export const tilesOf = (drill: Drill, stations: readonly Station[], kind: Kind, now: number): Tile[] => {
  const rows = drill.rows.filter((row) => row.kind === kind);
  const taken = new Set<Row>();
  const atStations = stations.flatMap((station): Tile[] => {
    const reporting = rows.filter((row) => row.source === 'counts' && isServed(station, row));
    const rolled = ofStation(station, kind);
    const isExpected = rows.length === 0 ? kind === 'reservist' : false;
    if (!rolled && reporting.length === 0 && !isExpected) return [];
    for (const row of reporting) taken.add(row);
    const parts = [...(rolled ? [rolled] : []), ...reporting.map(ofRow)];
    const figures = parts.reduce(
      (sum, each): Figures => ({
        ordered: sum.ordered + each.ordered,
        onTime: sum.onTime + each.onTime,
        late: sum.late + each.late,
        excused: sum.excused + each.excused,
        unexcused: sum.unexcused + each.unexcused,
        notYet: sum.notYet + each.notYet,
      }),
      none,
    );
    const { station: code, units, reportBy, reportedAt, lastCheckIn } = station;
    const lastReport = latest(reportedAt, lastCheckIn, ...reporting.map((row) => row.reportedAt));
    return [tileOf(drill, now, { key: code, station: code, units, reportBy, lastReport }, figures)];
  });
  const alone = rows.filter((row) => !taken.has(row) && (row.source === 'counts' || atStations.length === 0));
  return [
    ...atStations,
    ...alone.map((row) =>
      tileOf(
        drill,
        now,
        { key: row.unit, station: row.station, units: [row.unit], reportBy: null, lastReport: row.reportedAt },
        ofRow(row),
      ),
    ),
  ];
};
