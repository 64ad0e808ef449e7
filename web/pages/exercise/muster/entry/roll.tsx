/** The desk of a station that keeps a roll: choose a status, then type, paste or press the numbers of orders. */
import { Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../../client/http.ts';
import { newId } from '../../../../client/id.ts';
import { useRead } from '../../../../client/read.ts';
import { ordersWaiting } from '../../../../outbox/muster-queue.ts';
import { Shown } from '../../../../parts/shown.tsx';
import { numberText, timeText } from '../../../../words/format.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { lots } from '../paste.ts';
import { QueueLine } from './queue-line.tsx';
import { RollDone } from './roll-done.tsx';
import { OneNumber, Paste } from './roll-inputs.tsx';
import { type Choice, StatusChoice } from './status-choice.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { said } from './words.ts';

type Order = Schemas['DrillOrder'];
type Station = Schemas['DrillStation'];
const BY_THE_HOUR = ['late'] as const;
const PAGE = 500;

/** Puts numbers into the queue with the status chosen; lots of at most 500. On time or late follows from the hour. */
const useEnter = (desk: Desk, station: string, choice: Choice, walkIn: boolean) => {
  const w = useWords(said);
  const status = choice.status === 'onTime' || choice.status === 'late' ? 'present' : choice.status;
  const isReady = status !== 'excused' || choice.excuse !== null;
  const word = status === 'present' ? w.present : w[status];
  const enter = (orders: readonly string[]): void => {
    const at = desk.moment();
    for (const lot of lots(orders)) {
      const checkIns = lot.map((order) => ({
        ...{ id: newId(), order, at },
        ...(status === 'present' ? {} : { status }),
        ...(status === 'excused' && choice.excuse ? { excuse: choice.excuse } : {}),
        ...(walkIn && status === 'present' ? { walkIn: true as const } : {}),
      }));
      const named = lot.length > 3 ? `${lot[0]} … ${lot.at(-1)} (${lot.length})` : lot.join(', ');
      desk.enter({ type: 'CheckIn', station, checkIns }, `${station}: ${word.toLowerCase()} ${named}`);
    }
  };
  return { enter, isReady, word };
};

const isAwaited = ({ checkIn, refused, role, replacedBy }: Order): boolean =>
  checkIn === null && refused === null && role === 'establishment' && replacedBy === null;

const RollDesk = ({
  drill,
  station,
  orders,
  more,
}: {
  readonly drill: Schemas['Drill'];
  readonly station: Station;
  readonly orders: readonly Order[];
  readonly more: boolean;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const desk = useDesk(drill.id);
  const [choice, setChoice] = useState<Choice>({ status: 'onTime', excuse: null });
  const [walkIn, setWalkIn] = useState(false);
  const { enter, isReady, word } = useEnter(desk, station.station, choice, walkIn);
  const waits = ordersWaiting(desk.queue, drill.id);
  const awaited = orders.filter((order) => isAwaited(order) && !waits.has(order.order));
  const came = new Set(orders.flatMap(({ order, checkIn }) => (checkIn ? [order] : [])));
  const count = (test: (status: NonNullable<Order['checkIn']>) => boolean): number =>
    orders.filter(({ checkIn, role }) => checkIn && role === 'establishment' && test(checkIn)).length;
  const counts = {
    onTime: count(({ status, late }) => status === 'present' && !late),
    late: count(({ status, late }) => status === 'present' && late),
    excused: count(({ status }) => status === 'excused'),
    unexcused: count(({ status }) => status === 'unexcused'),
  };
  return (
    <Stack gap="md" className="desk">
      <Title order={2} className="section-title">
        {station.station}
      </Title>
      <StatusChoice choice={choice} onChoose={setChoice} counts={counts} notYet={awaited.length} fixed={BY_THE_HOUR} />
      <p className="quiet">{isReady ? w.byTheHour(timeText(station.reportBy)) : w.chooseExcuse}</p>
      <QueueLine desk={desk} drill={drill.id} />
      <div className="muster-columns">
        <Stack gap="md">
          <OneNumber onEnter={enter} disabled={!isReady} />
          <Paste
            onEnter={enter}
            known={(order) => came.has(order) || waits.has(order)}
            word={word}
            disabled={!isReady}
          />
          <Checkbox label={w.walkIn} checked={walkIn} onChange={() => setWalkIn(!walkIn)} />
          <Group>
            <Button
              variant="default"
              onClick={() =>
                desk.enter({ type: 'ReportStation', station: station.station }, w.reportedStation(station.station))
              }
            >
              {w.reportStation}
            </Button>
          </Group>
        </Stack>
        <section aria-label={w.waitingOrders(awaited.length)}>
          <Title order={3} className="section-title">
            {w.waitingOrders(awaited.length)}
          </Title>
          {more && <p className="quiet">{w.firstOnes}</p>}
          <ul className="desk-orders figures">
            {awaited.map(({ order }) => (
              <li key={order}>
                <Button
                  variant="default"
                  disabled={!isReady}
                  aria-label={w.tap(order, word.toLowerCase())}
                  onClick={() => enter([order])}
                >
                  {order}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <RollDone drill={drill} orders={orders.filter(({ checkIn }) => checkIn !== null)} />
      <p className="quiet">
        {w.offlineOk} {numberText(waits.size, language) !== '0' && w.unsent(waits.size)}
      </p>
    </Stack>
  );
};

export const Roll = ({
  drill,
  station,
}: {
  readonly drill: Schemas['Drill'];
  readonly station: Station;
}): ReactNode => {
  const read = useRead(
    '/api/v1/drills/{id}/orders',
    { path: { id: drill.id }, query: { station: station.station, limit: PAGE as never } }, // numbers travel as text
    { keepLast: true },
  );
  return (
    <Shown read={read}>
      {({ orders, nextAfter }) => (
        <RollDesk drill={drill} station={station} orders={orders} more={nextAfter !== null} />
      )}
    </Shown>
  );
};
