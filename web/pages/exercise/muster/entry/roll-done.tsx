/** Who was checked in at a station: corrected with a reason, absent places filled, vehicles inspected. */
import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../../client/http.ts';
import { Rows } from '../../../../parts/rows.tsx';
import { timeText } from '../../../../words/format.ts';
import { useSay, useWords } from '../../../../words/language.tsx';
import { Correct, Inspect, Replace } from './roll-dialogs.tsx';
import { said } from './words.ts';

type Drill = Schemas['Drill'];
type Order = Schemas['DrillOrder'];
const ROLES = { establishment: null, spare: 'spare', walkIn: 'walkedIn' } as const;

export const RollDone = ({
  drill,
  orders,
}: {
  readonly drill: Drill;
  readonly orders: readonly Order[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [opened, setOpened] = useState<{
    readonly act: 'correct' | 'inspect' | 'replace';
    readonly order: Order;
  } | null>(null);
  if (orders.length === 0) return null;
  const close = (): void => setOpened(null);
  const isFree = ({ role, checkIn, standsFor, releasedAt, kind }: Order): boolean =>
    role !== 'establishment' &&
    checkIn?.status === 'present' &&
    standsFor === null &&
    releasedAt === null &&
    kind === opened?.order.kind;
  return (
    <details>
      <summary>{w.doneOrders(orders.length)}</summary>
      <Rows
        rows={orders}
        rowKey={({ order }) => order}
        caption={w.doneOrders(orders.length)}
        columns={[
          {
            ...{ key: 'order', head: w.order, isTitle: true },
            cell: ({ order, role }) => (ROLES[role] ? `${order} (${w[ROLES[role]].toLowerCase()})` : order),
          },
          { key: 'state', head: w.state, cell: ({ stateLabel }) => say(stateLabel) },
          { key: 'at', head: w.at, cell: ({ checkIn }) => (checkIn ? timeText(checkIn.at) : '–') },
          {
            ...{ key: 'acts', head: <span className="only-heard">{w.edit}</span> },
            cell: (order) => (
              <Group gap="xs">
                <Button size="compact-md" variant="default" onClick={() => setOpened({ act: 'correct', order })}>
                  {w.edit}
                </Button>
                {order.kind === 'vehicle' && order.checkIn?.status === 'present' && (
                  <Button size="compact-md" variant="default" onClick={() => setOpened({ act: 'inspect', order })}>
                    {w.inspect}
                  </Button>
                )}
                {order.role === 'establishment' && order.checkIn?.status !== 'present' && !order.replacedBy && (
                  <Button size="compact-md" variant="default" onClick={() => setOpened({ act: 'replace', order })}>
                    {w.replace}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      <Stack>
        {opened?.act === 'correct' && <Correct drill={drill} order={opened.order} onClose={close} />}
        {opened?.act === 'inspect' && <Inspect drill={drill} order={opened.order} onClose={close} />}
        {opened?.act === 'replace' && (
          <Replace drill={drill} order={opened.order} onClose={close} spares={orders.filter(isFree)} />
        )}
      </Stack>
    </details>
  );
};
