/** Accounts: found, made, given duties, closed. The address holds the search and the page. */
import { Button, Group, Menu, Pagination, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { ExportMenu } from '../../../parts/export-menu.tsx';
import { ImportLink } from '../../../parts/import-link.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { SearchField } from '../../../parts/search-field.tsx';
import { Empty, Shown } from '../../../parts/shown.tsx';
import { useView } from '../../../parts/view.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { CreateDialog, DetailsDialog, DutiesDialog } from './account-dialog.tsx';
import { ResetDialog, type SimpleAct, SimpleDialog } from './act-dialogs.tsx';
import { useColumns } from './columns.tsx';
import type { User } from './duties.ts';
import { Slip, type SlipData } from './slip.tsx';
import { said } from './words.ts';

const SIZE = 50;
type Act = 'details' | 'duties' | 'reset' | SimpleAct;

const ActsMenu = ({ user, onChoose }: { readonly user: User; readonly onChoose: (act: Act) => void }): ReactNode => {
  const w = useWords(said);
  const acts: readonly (readonly [Act, string])[] = [
    ['duties', w.dutiesAct],
    ['details', w.detailsAct],
    ['reset', w.resetAct],
    ['end-sessions', w.endAct],
    user.isActive ? ['deactivate', w.closeAct] : ['activate', w.openAct],
  ];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDots aria-hidden size={16} />}
          aria-label={`${w.acts}: ${user.name}`}
        >
          {w.acts}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(([act, label]) => (
          <Menu.Item key={act} onClick={() => onChoose(act)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [{ tim = '', trang }, setView] = useView();
  const page = Math.max(1, Number.parseInt(trang ?? '1', 10) || 1);
  const [typed, setTyped] = useState(tim);
  const [chosen, setChosen] = useState<{ readonly user: User; readonly act: Act } | null>(null);
  const [creating, setCreating] = useState(false);
  const [slip, setSlip] = useState<SlipData | null>(null);
  const seek = useDebouncedCallback((text: string) => setView({ tim: text || undefined, trang: undefined }), 250);
  const read = useRead(
    '/api/v1/users',
    { query: { page: String(page), size: String(SIZE), ...(tim ? { search: tim } : {}) } },
    { keepLast: true },
  );
  const search = (text: string): void => {
    setTyped(text);
    seek(text.trim());
  };
  const columns = useColumns((user) => <ActsMenu user={user} onChoose={(act) => setChosen({ user, act })} />);
  const close = (): void => setChosen(null);
  const made = (next: SlipData): void => {
    setCreating(false);
    close();
    setSlip(next);
  };
  return (
    <>
      <PageHead
        title={w.title}
        aside={read.data && <Text c="dimmed">{w.found(numberText(read.data.total, language))}</Text>}
        actions={
          <>
            <ExportMenu of="users" query={{ search: tim || undefined }} />
            <ImportLink kind="users" />
            <Button leftSection={<IconUserPlus aria-hidden size={18} />} onClick={() => setCreating(true)}>
              {w.create}
            </Button>
          </>
        }
      />
      <SearchField label={w.search} clear={w.clear} value={typed} onChange={search} />
      <Shown
        read={read}
        isEmpty={({ users }) => users.length === 0}
        empty={
          <Empty
            action={
              <Button variant="default" onClick={() => search('')}>
                {w.clear}
              </Button>
            }
          >
            {w.none}
          </Empty>
        }
      >
        {({ users, total }) => (
          <>
            <Rows rows={users} columns={columns} rowKey={({ id }) => id} caption={w.title} />
            {total > SIZE && (
              <Group justify="center" mt="md" className="no-print">
                <Pagination
                  total={Math.ceil(total / SIZE)}
                  value={page}
                  onChange={(next) => setView({ trang: next === 1 ? undefined : String(next) })}
                  getItemProps={(n) => ({ 'aria-label': `${w.pages} ${n}` })}
                />
              </Group>
            )}
          </>
        )}
      </Shown>
      {creating && <CreateDialog onClose={() => setCreating(false)} onMade={made} />}
      {chosen?.act === 'details' && <DetailsDialog user={chosen.user} onClose={close} />}
      {chosen?.act === 'duties' && <DutiesDialog user={chosen.user} onClose={close} />}
      {chosen?.act === 'reset' && <ResetDialog user={chosen.user} onClose={close} onMade={made} />}
      {chosen && chosen.act !== 'details' && chosen.act !== 'duties' && chosen.act !== 'reset' && (
        <SimpleDialog user={chosen.user} act={chosen.act} onClose={close} />
      )}
      {slip && <Slip slip={slip} onClose={() => setSlip(null)} />}
    </>
  );
};
