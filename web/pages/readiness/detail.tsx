/** What stands behind one cell: the gate, its day, what blocks it and whose turn it is. */
import { CloseButton, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { PageLink } from '../../parts/link.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { dateText, distanceText, instantText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Cell, Row } from './board.ts';
import { CellMark } from './marks.tsx';
import { said } from './words.ts';

const AT_MOST = 5;

export const Detail = ({
  row,
  cell,
  onClose,
}: {
  readonly row: Row;
  readonly cell: Cell;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const asOf = useAsOf();
  const read = useRead('/api/v1/exercises/{id}/gates/{gate}', {
    path: { id: row.id, gate: cell.gate },
    ...(asOf ? { query: { asOf } } : {}),
  });
  const search = { cong: cell.gate, ...(asOf ? { ngay: asOf } : {}) } as never; // the root's search: short strings
  return (
    <Stack gap="xs" className="cell-detail">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} component="h2" size="md">
          {w.gateOf(cell.gate, say(row.unitName))}
        </Text>
        <CloseButton onClick={onClose} aria-label={w.close} size="sm" />
      </Group>
      <CellMark state={cell.state} />
      <Shown read={read} lines={3}>
        {({ gate }) => {
          const left = gate.blockers.slice(0, AT_MOST);
          return (
            <>
              <Text size="sm">{say(gate.name)}</Text>
              {gate.passed ? (
                <Text size="sm">{w.passedOn(instantText(gate.passed.at))}</Text>
              ) : (
                <>
                  {cell.date && (
                    <Text size="sm">
                      {w.deadline}: {dateText(cell.date)}
                    </Text>
                  )}
                  <Text size="sm">
                    {w.openTasks}: {cell.open}
                  </Text>
                  {left.length === 0 ? (
                    <Text size="sm">{w.nothing}</Text>
                  ) : gate.state === 'notYet' && left.every(({ kind }) => kind === 'gate') ? (
                    <Text size="sm">{w.laterOnly}</Text>
                  ) : (
                    <>
                      <Text size="sm" fw={600}>
                        {w.why}
                      </Text>
                      <ul className="detail-list">
                        {left.map((blocker) => (
                          <li key={`${blocker.kind} ${blocker.code}`}>
                            {blocker.kind === 'task' ? (
                              <>
                                <b>{blocker.code}</b>
                                {blocker.title && <> {say(blocker.title)} ·</>}{' '}
                                {distanceText(blocker.workingDaysLeft, language)}
                                {blocker.holderName && <> · {w.withBody(say(blocker.holderName))}</>}
                              </>
                            ) : (
                              say(blocker.text)
                            )}
                          </li>
                        ))}
                      </ul>
                      {gate.blockers.length > AT_MOST && (
                        <Text size="sm">{w.more(gate.blockers.length - AT_MOST)}</Text>
                      )}
                    </>
                  )}
                </>
              )}
              <PageLink to="/dien-tap/$id" params={{ id: row.id }} search={search} size="sm">
                {w.openGate}
              </PageLink>
            </>
          );
        }}
      </Shown>
    </Stack>
  );
};
