/** The lifecycle as an ordered list of gates; one is open, the current one unless the address names another (`?cong=`). */
import { Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { GateMark } from '../../../parts/marks.tsx';
import { useView } from '../../../parts/view.ts';
import { dateText, dayOf, shortDate } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { GatePanel } from './gate-panel.tsx';
import { said } from './words.ts';

type Gate = Schemas['Gate'];

const When = ({ gate }: { readonly gate: Gate }): ReactNode => {
  const w = useWords(said);
  if (gate.passed) return w.passedOn(dateText(dayOf(gate.passed.at)));
  const { fromDate, toDate } = gate.window ?? {};
  if (fromDate && toDate) return w.window(shortDate(fromDate), shortDate(toDate));
  return toDate ? w.until(shortDate(toDate)) : null;
};

const Step = ({ gate, isShown }: { readonly gate: Gate; readonly isShown: boolean }): ReactNode => {
  const say = useSay();
  return (
    <Link
      to="."
      search={((before: object) => ({ ...before, cong: gate.code })) as never} // the root's search
      replace
      resetScroll={false}
      {...(isShown ? { 'aria-current': 'step' as const } : {})}
    >
      <span className="gate-code">{gate.code}</span>
      <span className="gate-name">{say(gate.name)}</span>
      <GateMark state={gate.state} label={gate.label} />
      <Text span size="xs" c="dimmed" className="figures">
        <When gate={gate} />
      </Text>
    </Link>
  );
};

export const Gates = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const [{ cong }] = useView();
  const stacked =
    useMediaQuery('screen and (max-width: 56.24em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const current = file.gates.find(({ state }) => state === 'open' || state === 'blocked') ?? file.gates.at(-1);
  const shown = file.gates.find(({ code }) => code === cong) ?? current;
  if (!shown) return null;
  const panel = <GatePanel key={shown.code} file={file} gate={shown} />;
  return (
    <section aria-labelledby="gates-title">
      <Title order={2} className="section-title" id="gates-title">
        {w.gates}
      </Title>
      <ol className="gates">
        {file.gates.map((gate) => (
          <li key={gate.code} className="gate" data-state={gate.state}>
            <Step gate={gate} isShown={gate === shown} />
            {stacked && gate === shown && panel}
          </li>
        ))}
      </ol>
      {!stacked && panel}
    </section>
  );
};
