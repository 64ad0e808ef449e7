/** Exercises by gates at a glance, the worst first; the whole of it stands on the readiness board. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink } from '../../../parts/link.tsx';
import { VerdictMark } from '../../../parts/marks.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import { type Board, rowsShown } from '../../readiness/board.ts';
import { CellMark } from '../../readiness/marks.tsx';
import { said } from './words.ts';

const AT_MOST = 8;
const WORST = { order: 'worst', onlyBlocked: false, cluster: undefined, sought: '' } as const;

export const Heat = ({ board }: { readonly board: Board }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const rows = rowsShown(
    board.rows.filter(({ verdict }) => verdict !== 'none'),
    WORST,
  );
  const shown = rows.slice(0, AT_MOST);
  return (
    <section aria-labelledby="heat" className="heat keep-together">
      <Title order={2} size="h4" id="heat" mb={4}>
        {w.heat}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard */}
      <section className="heat-scroll" tabIndex={0} aria-label={w.heatTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.exercise}</th>
              {board.gates.map(({ code, name }) => (
                <th key={code} scope="col" title={say(name)}>
                  {code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <PageLink to="/dien-tap/$id" params={{ id: row.id }} preload={false} title={row.theme}>
                    {say(row.unitName)}
                  </PageLink>
                  <div className="heat-verdict">
                    <VerdictMark verdict={row.verdict} />
                  </div>
                </th>
                {row.cells.map(({ gate, state }) => (
                  <td key={gate} data-state={state}>
                    <CellMark state={state} short />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PageLink to="/san-sang" size="sm" className="no-print">
        {rows.length > AT_MOST ? w.heatMore(rows.length - AT_MOST) : w.board}
      </PageLink>
    </section>
  );
};
