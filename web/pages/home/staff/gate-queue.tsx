/** Gates that come due, each with what holds it up. */
import { IconCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { dateText, distanceText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { type Desk, useNames } from './rows.ts';
import { said } from './words.ts';

type Gate = Desk['gates'][number];
const MOST = 3;

const Blockers = ({ gate }: { readonly gate: Gate }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (gate.blockers.length === 0)
    return (
      <Sign icon={IconCheck} hue="green">
        {w.clear}
      </Sign>
    );
  return (
    <ul className="short-list">
      {gate.blockers.slice(0, MOST).map(({ kind, code, text }) => (
        <li key={`${kind} ${code}`}>{say(text)}</li>
      ))}
      {gate.blockers.length > MOST && <li className="quiet">{w.more(gate.blockers.length - MOST)}</li>}
    </ul>
  );
};

export const GateQueue = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useNames(desk);
  if (desk.gates.length === 0) return <p className="quiet">{w.gatesNone}</p>;
  const columns: readonly Column<Gate>[] = [
    {
      key: 'gate',
      head: w.gate,
      isTitle: true,
      cell: (gate) => (
        <PageLink to="/dien-tap/$id/$tab" params={{ id: gate.exercise, tab: 'tong-quan' }} search={{ cong: gate.code }}>
          {gate.code} {say(gate.name)}
        </PageLink>
      ),
    },
    { key: 'exercise', head: w.exercise, cell: ({ exercise }) => nameOf(exercise).theme },
    {
      key: 'due',
      head: w.deadline,
      cell: ({ due, workingDaysLeft }) => (
        <span className="figures">
          {dateText(due)} · {distanceText(workingDaysLeft, language)}
        </span>
      ),
    },
    {
      key: 'blockers',
      head: (
        <>
          <IconLock aria-hidden size={15} /> {w.blockers}
        </>
      ),
      cell: (gate) => <Blockers gate={gate} />,
    },
  ];
  return <Rows rows={desk.gates} columns={columns} rowKey={({ exercise }) => exercise} caption={w.gates} />;
};
