/** One kind at a glance: the figure, the curve, the tiles. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Fact, Facts } from '../../../parts/marks.tsx';
import { useNow } from '../../../parts/now.ts';
import { Empty } from '../../../parts/shown.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { ArrivalCurve } from './curve.tsx';
import { Figure, shortPercent } from './figure.tsx';
import { TileList } from './tile-list.tsx';
import { type Kind, tilesOf } from './tiles.ts';
import { said } from './words.ts';

export interface Muster {
  readonly drill: Schemas['Drill'];
  readonly stations: readonly Schemas['DrillStation'][];
  readonly curve: Schemas['DrillCurve'] | undefined;
}

/** Business time now; of a past day its end, as the server reads it. */
export const useMusterNow = (): number => {
  const now = useNow();
  const asOf = useAsOf();
  return asOf === undefined ? now : Date.parse(`${asOf}T16:59:59.999Z`);
};

const RATES = {
  reservist: ['specialityRate', 'speciality'],
  vehicle: ['fitRate', 'fit'],
} as const;

const Beside = ({ total }: { readonly total: Schemas['DrillTotal'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [rate, word] = RATES[total.kind];
  const shown = total.rates[rate];
  const handover = total.rates.handoverRate;
  return (
    <Facts>
      {shown && shown.numerator > 0 && <Fact label={w[word]}>{say(shown.text)}</Fact>}
      {handover && handover.numerator > 0 && <Fact label={w.handedOver}>{say(handover.text)}</Fact>}
    </Facts>
  );
};

export const Board = ({ kind, muster }: { readonly kind: Kind; readonly muster: Muster }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const now = useMusterNow();
  const { drill, stations, curve } = muster;
  const total = drill.totals.find((each) => each.kind === kind);
  const tiles = tilesOf(drill, stations, kind, now);
  if (!total || (total.counts.ordered === 0 && tiles.length === 0)) return <Empty>{w.noRows}</Empty>;
  const { green, amber } = drill.rule.colours;
  return (
    <Stack gap="lg">
      <div>
        <Figure total={total} />
        <p className="quiet figures">{w.colourRule(shortPercent(green, language), shortPercent(amber, language))}</p>
      </div>
      <div className="muster-columns">
        {curve && <ArrivalCurve curve={curve} total={total} now={now} />}
        <TileList tiles={tiles} />
      </div>
      <Beside total={total} />
      {drill.incidents.length > 0 && (
        <p>
          {w.incidents}: {numberText(drill.incidents.length, language)}
        </p>
      )}
    </Stack>
  );
};
