/** "Xuất": the table of the page as a file, made by the server under the same rights as the page. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useWords, words } from '../words/language.tsx';

const said = words({
  export: ['Xuất XLSX/CSV', 'Export XLSX/CSV'],
  stations: ['Xuất trạm tập trung', 'Export stations'],
  orders: ['Xuất lệnh gọi', 'Export orders'],
  xlsx: ['Bảng tính XLSX', 'XLSX workbook'],
  csv: ['CSV (UTF-8)', 'CSV (UTF-8)'],
});

export interface ExportProps {
  /** Address of the read after `/api/v1/`, e.g. `exercises/dt-27/checklist`. */
  readonly of: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Key of one table, where the read has several and only this is meant in CSV. */
  readonly table?: string;
}

const address = (of: string, query: Readonly<Record<string, string | undefined>>): string => {
  const parts = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return `/api/v1/exports/${of}?${parts}`;
};

export const ExportMenu = ({ of, query = {}, table }: ExportProps): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className="no-print"
          leftSection={<IconDownload aria-hidden size={17} />}
        >
          {of.endsWith('/stations') ? w.stations : of.endsWith('/orders') ? w.orders : w.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" download href={address(of, { ...query, language })}>
          {w.xlsx}
        </Menu.Item>
        <Menu.Item component="a" download href={address(of, { ...query, language, format: 'csv', table })}>
          {w.csv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
