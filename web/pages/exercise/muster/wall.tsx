/** The wall: one kind, readable from three metres, nothing to press, kept fresh by the live stream. Esc leaves. */
import { type ReactNode, useCallback, useEffect } from 'react';
import { useLive } from '../../../live/live.tsx';
import { useView } from '../../../parts/view.ts';
import { dateText, dayOf, numberText, timeText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { type Muster, useMusterNow } from './board.tsx';
import { ArrivalCurve } from './curve.tsx';
import { ColourMark, Figure } from './figure.tsx';
import { useTileName } from './tile-list.tsx';
import { type Kind, tilesOf } from './tiles.ts';
import { said } from './words.ts';

/** While it is shown the frame of the page is not. */
const useWholeScreen = (leave: () => void): void => {
  useEffect(() => {
    document.documentElement.dataset.wall = 'on';
    const press = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') leave();
    };
    addEventListener('keydown', press);
    return () => {
      delete document.documentElement.dataset.wall;
      removeEventListener('keydown', press);
    };
  }, [leave]);
};

export const Wall = ({
  file,
  kind,
  muster: { drill, stations, curve },
}: {
  readonly file: File;
  readonly kind: Kind;
  readonly muster: Muster;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [, change] = useView();
  const { state } = useLive();
  const now = useMusterNow();
  const nameOf = useTileName();
  useWholeScreen(useCallback(() => change({ 'man-hinh-lon': undefined }), [change]));
  const total = drill.totals.find((each) => each.kind === kind);
  const tiles = tilesOf(drill, stations, kind, now);
  const instant = new Date(now).toISOString();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, by keys too
    <section className="wall" aria-label={file.theme} tabIndex={0}>
      <header className="wall-head figures">
        <span>
          {file.theme} – {kind === 'vehicle' ? w.vehicles : w.board}
        </span>
        <span>
          <b>{timeText(instant)}</b> {dateText(dayOf(instant))}
          {state === 'live' && ` · ${w.live}`}
        </span>
      </header>
      {total && <Figure total={total} />}
      <div className="wall-body">
        {curve && total && <ArrivalCurve curve={curve} total={total} now={now} plain />}
        <ul>
          {tiles.map((tile) => (
            <li key={tile.key} className="figures" data-silent={tile.silent !== null || undefined}>
              <span>{nameOf(tile)}</span>
              <b>
                {numberText(tile.present, language)}/{numberText(tile.ordered, language)}
              </b>
              <span>
                {tile.silent !== null ? w.silent(tile.silent) : <ColourMark colour={tile.colour} />}
                {tile.unexcused > 0 && ` · ${w.unexcused} ${numberText(tile.unexcused, language)}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className="wall-foot quiet">{w.leaveWall}</p>
    </section>
  );
};
