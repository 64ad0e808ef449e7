/** A table that becomes cards on a phone (ux §12). The whole row leads where its first cell leads. */
import { Card, Stack, Table, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useIsNarrow } from './narrow.ts';

interface Group {
  readonly key: string;
  readonly head: ReactNode;
}
type GroupOf<T> = (row: T) => Group | null;

export interface Column<T> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** Shown as the title of the card. */
  readonly isTitle?: boolean;
  /** Left out of the card. */
  readonly wideOnly?: boolean;
  readonly align?: 'right' | 'left';
  readonly width?: string | number;
}

/** The head of a group where the row begins one. */
const headBefore = <T,>(rows: readonly T[], index: number, groupOf: GroupOf<T> | undefined): Group | null => {
  const row = rows[index];
  const group = row === undefined ? null : (groupOf?.(row) ?? null);
  const before = rows[index - 1];
  return group && (before === undefined || groupOf?.(before)?.key !== group.key) ? group : null;
};

export const Rows = <T,>({
  rows,
  columns,
  rowKey,
  caption,
  isSelected,
  groupOf,
  minWidth = 640,
}: {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** What the table lists; read out, not shown. */
  readonly caption: string;
  readonly isSelected?: (row: T) => boolean;
  /** Rows come in the order of their groups; each group gets a head. */
  readonly groupOf?: GroupOf<T>;
  /** Pixels below which the table scrolls sideways. */
  readonly minWidth?: number;
}): ReactNode => {
  const narrow = useIsNarrow();
  if (narrow)
    return (
      <ul className="cards" aria-label={caption}>
        {rows.map((row, index) => {
          const group = headBefore(rows, index, groupOf);
          return (
            <Fragment key={rowKey(row)}>
              {group && <li className="group-head">{group.head}</li>}
              <Card component="li" withBorder padding="sm" data-selected={isSelected?.(row) || undefined}>
                <Stack gap={4}>
                  {columns
                    .filter(({ wideOnly }) => !wideOnly)
                    .map(({ key, head, cell, isTitle }) =>
                      isTitle ? (
                        <div key={key} className="card-title">
                          {cell(row)}
                        </div>
                      ) : (
                        <div key={key} className="card-line">
                          <Text span size="sm" c="dimmed">
                            {head}
                          </Text>
                          <div>{cell(row)}</div>
                        </div>
                      ),
                    )}
                </Stack>
              </Card>
            </Fragment>
          );
        })}
      </ul>
    );
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="region" aria-label={caption}>
      <Table verticalSpacing="xs" highlightOnHover className="rows">
        <caption className="only-heard">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, head, align, width }) => (
              <Table.Th key={key} scope="col" style={{ textAlign: align ?? 'left', width }}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => {
            const group = headBefore(rows, index, groupOf);
            return (
              <Fragment key={rowKey(row)}>
                {group && (
                  <Table.Tr className="group-head">
                    <Table.Th scope="colgroup" colSpan={columns.length}>
                      {group.head}
                    </Table.Th>
                  </Table.Tr>
                )}
                <Table.Tr data-selected={isSelected?.(row) || undefined}>
                  {columns.map(({ key, cell, align }) => (
                    <Table.Td key={key} style={{ textAlign: align ?? 'left' }}>
                      {cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
