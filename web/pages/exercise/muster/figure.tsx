/** The first glance: one figure, its share, and whether the target is met; apart from it the colour of the rule. */
import { IconAlertTriangle, IconCheck, IconCircleX, IconSquareDashed, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import type { Colour } from './tiles.ts';
import { said } from './words.ts';

const LOOKS: Readonly<Record<Colour, readonly [TablerIcon, 'green' | 'amber' | 'red' | 'grey']>> = {
  green: [IconCheck, 'green'],
  amber: [IconAlertTriangle, 'amber'],
  red: [IconCircleX, 'red'],
  none: [IconSquareDashed, 'grey'],
};

export const ColourMark = ({ colour }: { readonly colour: Colour }): ReactNode => {
  const w = useWords(said);
  const [icon, hue] = LOOKS[colour];
  return (
    <Sign icon={icon} hue={hue}>
      {w[`colour_${colour}`]}
    </Sign>
  );
};

/** Digits that are not zero only: `100`, `99,5`. */
export const shortPercent = (percent: number, language: 'vi' | 'en'): string =>
  numberText(percent, language, Number.isInteger(percent) ? 0 : 2);

export const Figure = ({ total }: { readonly total: Schemas['DrillTotal'] }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { counts, rates, meetsTarget, target } = total;
  const attendance = rates.attendanceRate;
  if (!attendance || attendance.percent === null) return <p className="muster-figure">{w.noData}</p>;
  return (
    <p className="muster-figure figures" data-colour={total.colour}>
      <b>{w.presentOf(numberText(counts.present, language), numberText(attendance.denominator, language))}</b>
      <span>{numberText(attendance.percent, language, 2)}%</span>
      <span className="muster-target">
        {w.target(shortPercent(target, language))}:{' '}
        <Sign icon={meetsTarget ? IconCheck : IconCircleX} hue={meetsTarget ? 'green' : 'red'}>
          {meetsTarget ? w.met : w.notMet}
        </Sign>
      </span>
    </p>
  );
};
