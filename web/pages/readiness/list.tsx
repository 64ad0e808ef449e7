/** The board on a phone: each exercise with its verdict and the first reason, no table. */
import { Button, Card } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { VerdictMark } from '../../parts/marks.tsx';
import { useAsOf } from '../../parts/view.ts';
import { dateText, distanceText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Difference, Row } from './board.ts';
import { TurnMark } from './marks.tsx';
import { said } from './words.ts';

const Item = ({ row, difference }: { readonly row: Row; readonly difference: Difference | undefined }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const asOf = useAsOf();
  const reason = row.reason ? say(row.reason) : row.reasons > 0 ? w.hiddenReason : w.noReason;
  return (
    <Card component="li" withBorder padding="sm">
      <div className="card-title">
        <PageLink
          to="/dien-tap/$id"
          params={{ id: row.id }}
          search={(asOf ? { ngay: asOf } : {}) as never} // the root's search: short strings
          preload={false}
        >
          {say(row.unitName)}
        </PageLink>
      </div>
      <div className="row-what">
        <VerdictMark verdict={row.verdict} />
        {difference?.verdict && <TurnMark turn={difference.verdict} />}
        {row.startDate && (
          <span className="quiet">
            {w.tDay(dateText(row.startDate))} · {distanceText(row.workingDaysLeft, language)}
          </span>
        )}
      </div>
      {row.verdict !== 'none' && <div className="row-reason">{reason}</div>}
    </Card>
  );
};

/** More than these are asked for. */
const AT_ONCE = 60;

export const BoardList = ({
  rows,
  differences,
}: {
  readonly rows: readonly Row[];
  readonly differences: ReadonlyMap<string, Difference>;
}): ReactNode => {
  const w = useWords(said);
  const [count, setCount] = useState(AT_ONCE);
  const left = rows.length - count;
  return (
    <>
      <ul className="cards board-list" aria-label={w.table}>
        {rows.slice(0, count).map((row) => (
          <Item key={row.id} row={row} difference={differences.get(row.id)} />
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setCount(count + AT_ONCE)}>
          {w.showMore(Math.min(left, AT_ONCE))}
        </Button>
      )}
    </>
  );
};
