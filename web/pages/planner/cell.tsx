/** One commune of the plan: where it stands, why, what it breaks; moved and fixed here by mouse, finger or keyboard. */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { faultText } from '../../../domain/labels/rollout.ts';
import type { Cell } from '../../../domain/rollout/problem.ts';
import { PageLink } from '../../parts/link.tsx';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Basis, Judged, Table } from './draft.ts';
import { said } from './words.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

export const CellDialog = ({
  basis,
  table,
  judged,
  years,
  commune: asked,
  mayMove,
  isDated,
  onPlace,
  onClose,
}: {
  readonly basis: Basis;
  readonly table: Table;
  readonly judged: Judged;
  readonly years: readonly number[];
  readonly commune: string | null;
  readonly mayMove: boolean;
  /** Its exercise has a date, which is moved in its own file. */
  readonly isDated: boolean;
  readonly onPlace: (cell: Cell) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [last, setLast] = useState(asked); // a dialog that fades away keeps its name
  if (asked !== null && asked !== last) setLast(asked);
  const commune = asked ?? last;
  const row = basis.communes.find(({ id }) => id === commune);
  const names = new Map<string, string>(basis.communes.map(({ id, name }) => [id, say(name)]));
  const cell = commune === null ? undefined : table.cells[commune];
  const given = commune === null ? undefined : table.given[commune];
  const isMoved = cell?.year !== given?.year || cell?.month !== given?.month;
  const faults = judged.faults.filter(({ communes }) => communes.some((id) => id === commune));
  const put = (change: Partial<Cell>): void => {
    const start = { commune: row?.id, year: years[0], month: 3, fixed: true } as Cell; // of this row
    onPlace({ ...(cell ?? start), fixed: true, ...change });
  };
  return (
    <Modal
      attributes={{ header: { role: 'none' } }}
      opened={asked !== null && row !== undefined}
      onClose={onClose}
      title={row ? say(row.name) : ''}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <Stack gap="sm">
        <Group grow>
          <NativeSelect
            label={w.year}
            disabled={!mayMove}
            value={cell ? String(cell.year) : ''}
            onChange={({ currentTarget }) => put({ year: Number(currentTarget.value) })}
            data={[
              ...(cell ? [] : [{ value: '', label: w.none }]),
              ...years.map((year) => ({ value: `${year}`, label: `${year}` })),
            ]}
          />
          <NativeSelect
            label={w.monthField}
            disabled={!mayMove || !cell}
            value={String(cell?.month ?? '')}
            onChange={({ currentTarget }) => put({ month: Number(currentTarget.value) })}
            data={[
              ...(cell ? [] : [{ value: '', label: w.none }]),
              ...MONTHS.map((month) => ({ value: `${month}`, label: w.month(month) })),
            ]}
          />
        </Group>
        <Checkbox
          label={w.fixed}
          disabled={!mayMove || !cell}
          checked={cell?.fixed ?? false}
          onChange={({ currentTarget }) => put({ fixed: currentTarget.checked })}
        />
        {isDated && <Text size="sm">{w.dated}</Text>}
        {isMoved && mayMove && <Text size="sm">{w.moved}</Text>}
        {!isMoved && commune !== null && (table.why[commune] ?? []).length > 0 && (
          <div>
            <Text fw={600} size="sm">
              {w.why}
            </Text>
            <ul className="plan-list">
              {(table.why[commune] ?? []).map((ground) => (
                <li key={ground.vi}>{say(ground)}</li>
              ))}
            </ul>
          </div>
        )}
        {faults.length > 0 && (
          <div>
            <Text fw={600} size="sm">
              {w.faults}
            </Text>
            <ul className="plan-list">
              {faults.map((fault) => (
                <li key={`${fault.rule}${fault.year}${fault.month}`}>
                  {faultText(judged.problem, fault, (id) => names.get(id) ?? id, language)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group justify="space-between">
          {row?.exercise ? (
            <PageLink to="/dien-tap/$id" params={{ id: row.exercise.id }}>
              {w.file}
            </PageLink>
          ) : (
            <span />
          )}
          <Button variant="default" onClick={onClose}>
            {w.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
