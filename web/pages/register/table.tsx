/** Rows of the register, latest first. */
import {
  IconArrowBackUp,
  IconCheck,
  IconFileCheck,
  IconHourglass,
  IconPencil,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { Sign } from '../../parts/marks.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { Row } from './filter.ts';
import './register.css';
import { said } from './words.ts';

type Hue = 'plain' | 'grey' | 'violet' | 'orange';
const LOOKS: Readonly<Record<Row['state'], readonly [TablerIcon, Hue]>> = {
  inForce: [IconFileCheck, 'plain'],
  amended: [IconPencil, 'plain'],
  revoked: [IconX, 'grey'],
  waiting: [IconHourglass, 'violet'],
  verified: [IconCheck, 'plain'],
  returned: [IconArrowBackUp, 'orange'],
  revised: [IconPencil, 'grey'],
  voided: [IconPencil, 'grey'],
};

export const RegisterTable = ({
  rows,
  units,
}: {
  readonly rows: readonly Row[];
  readonly units: readonly { readonly id: string; readonly name: { readonly vi: string; readonly en: string } }[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const unitOf = new Map(units.map(({ id, name }) => [id, say(name)]));
  const columns: readonly Column<Row>[] = [
    {
      key: 'number',
      head: w.number,
      isTitle: true,
      cell: ({ number }) => <strong className="figures paper-number">{number}</strong>,
    },
    { key: 'date', head: w.date, cell: ({ date }) => <span className="figures">{dateText(date)}</span> },
    { key: 'issuer', head: w.issuer, cell: ({ issuer }) => issuer ?? w.noIssuer },
    {
      key: 'subject',
      head: w.subject,
      cell: ({ subject, task, exercise, kind }) => (
        <>
          {task ? (
            <PageLink to="/viec/$exercise/$code" params={{ exercise, code: task }}>
              {say(subject)}
            </PageLink>
          ) : (
            <PageLink to="/dien-tap/$id/$tab" params={{ id: exercise, tab: 'van-ban' }}>
              {say(subject)}
            </PageLink>
          )}
          <div className="quiet">
            {w[kind]}
            {task && kind === 'evidence' && ` ${task}`}
          </div>
        </>
      ),
    },
    {
      key: 'exercise',
      head: w.exercise,
      cell: ({ exerciseName, orgUnit }) => (
        <>
          {exerciseName}
          <div className="quiet">{unitOf.get(orgUnit)}</div>
        </>
      ),
    },
    {
      key: 'state',
      head: w.state,
      cell: ({ state, stateLabel }) => {
        const [icon, hue] = LOOKS[state];
        return (
          <Sign icon={icon} hue={hue}>
            {say(stateLabel)}
          </Sign>
        );
      },
    },
  ];
  return <Rows rows={rows} columns={columns} rowKey={({ key }) => key} caption={w.list} />;
};
