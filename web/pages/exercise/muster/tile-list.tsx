/** The board: a tile for each station or commune, the silent ones marked. Tiles keep their places while figures change. */
import { Title } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Sign } from '../../../parts/marks.tsx';
import { numberText, timeText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { ColourMark } from './figure.tsx';
import type { Figures, Tile } from './tiles.ts';
import { useUnitNames } from './use-units.ts';
import { said } from './words.ts';

const PARTS = ['onTime', 'late', 'excused', 'unexcused', 'notYet'] as const satisfies readonly (keyof Figures)[];

export const useTileName = (): ((tile: Pick<Tile, 'station' | 'units'>) => string) => {
  const nameOf = useUnitNames();
  return ({ station, units }) => [...(station ? [station] : []), units.map(nameOf).join(', ')].join(' · ');
};

const OneTile = ({ tile }: { readonly tile: Tile }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const nameOf = useTileName();
  const { present, ordered, percent, lastReport, reportBy, silent } = tile;
  return (
    <li className="tile" data-silent={silent !== null || undefined}>
      <h3>{nameOf(tile)}</h3>
      <p className="tile-figure figures">
        <b>
          {numberText(present, language)}/{numberText(ordered, language)}
        </b>
        {percent !== null && <span>{numberText(percent, language, 2)}%</span>}
        <ColourMark colour={tile.colour} />
      </p>
      <dl className="figures">
        {PARTS.map((part) => (
          <div key={part} data-none={tile[part] === 0 || undefined}>
            <dt>{w[part]}</dt>
            <dd>{numberText(tile[part], language)}</dd>
          </div>
        ))}
      </dl>
      <p className="tile-foot figures">
        {silent !== null ? (
          <Sign icon={IconBellRinging} hue="red">
            {w.silent(silent)}
          </Sign>
        ) : (
          <span className="quiet">
            {lastReport ? w.reported(timeText(lastReport)) : w.neverReported}
            {!lastReport && reportBy && ` · ${w.reportBy(timeText(reportBy))}`}
          </span>
        )}
      </p>
    </li>
  );
};

export const TileList = ({ tiles }: { readonly tiles: readonly Tile[] }): ReactNode => {
  const w = useWords(said);
  const id = useId();
  const silent = tiles.filter((tile) => tile.silent !== null).length;
  return (
    <section aria-labelledby={id}>
      <Title order={2} className="section-title" id={id}>
        {w.stations}{' '}
        {silent > 0 && (
          <Sign icon={IconBellRinging} hue="red">
            {w.silentOne(silent)}
          </Sign>
        )}
      </Title>
      <ul className="tiles">
        {tiles.map((tile) => (
          <OneTile key={tile.key} tile={tile} />
        ))}
      </ul>
    </section>
  );
};
