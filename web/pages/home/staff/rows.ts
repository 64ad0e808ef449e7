/** What the desk lists, and which row is looked at; both stand in the address. */
import type { Schemas } from '../../../client/http.ts';
import { useView } from '../../../parts/view.ts';

export type Desk = Schemas['Queues'];
export type Row = Schemas['QueueTask'];
export const QUEUES = ['xac-minh', 'gia-han', 'qua-han', 'cong'] as const;
export type QueueName = (typeof QUEUES)[number];

/** The same lists feed the counts of the band and the rows under it. */
export const rowsIn = (desk: Desk, queue: Exclude<QueueName, 'cong'>): readonly Row[] =>
  queue === 'xac-minh' ? desk.toVerify : queue === 'gia-han' ? desk.extensions : desk.overdue;
export const countIn = (desk: Desk, queue: QueueName): number =>
  queue === 'cong' ? desk.gates.length : rowsIn(desk, queue).length;

/** The queue that the address names, else the first that holds something; null when all are empty. */
export const queueShown = (desk: Desk, named: string | undefined): QueueName | null =>
  QUEUES.find((queue) => queue === named) ?? QUEUES.find((queue) => countIn(desk, queue) > 0) ?? null;

export const keyOf = ({ exercise, code }: Pick<Row, 'exercise' | 'code'>): string => `${exercise}/${code}`;

export interface Looking {
  readonly key: string | undefined;
  readonly look: (key: string | undefined) => void;
}
/** `?xem=<exercise>/<code>`: the row in the drawer. */
export const useLooking = (): Looking => {
  const [{ xem }, setView] = useView();
  return { key: xem, look: (key) => setView({ xem: key }) };
};

/** Names of the exercises of the desk: theme and locality. */
export const useNames = (desk: Desk) => {
  const themes = new Map(desk.exercises.map((each) => [each.id, each] as const));
  const units = new Map(desk.units.map(({ id, name }) => [id, name] as const));
  return (id: string) => {
    const exercise = themes.get(id);
    const unit = exercise && units.get(exercise.orgUnit);
    return { theme: exercise?.theme ?? id, codeName: exercise?.codeName ?? null, unit: unit ?? null };
  };
};
