/** A table in a box that scrolls by itself, also by keyboard. Lists of records are `Rows`, which become cards on a phone. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export const ScrollTable = ({
  label,
  heads,
  minWidth,
  maxHeight,
  className,
  children,
}: {
  readonly label: string;
  readonly heads: readonly ReactNode[];
  /** In pixels; narrower, it scrolls sideways. */
  readonly minWidth: number;
  /** In pixels; a longer table scrolls under its heads. */
  readonly maxHeight?: number;
  readonly className?: string;
  /** Rows of the body. */
  readonly children: ReactNode;
}): ReactNode => (
  <Table.ScrollContainer
    minWidth={minWidth}
    {...(maxHeight === undefined ? {} : { maxHeight })}
    type="native"
    tabIndex={0}
    role="region"
    aria-label={label}
  >
    <Table verticalSpacing={4} stickyHeader={maxHeight !== undefined} className={className}>
      <caption className="only-heard">{label}</caption>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head, index) => (
            <Table.Th key={index} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
