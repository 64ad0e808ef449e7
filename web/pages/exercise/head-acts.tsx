/** "Thao tác": acts over the whole file. Each opens a dialog that lives in the address (`?lam=`), so it can be sent as a link. */
import { Button, Menu } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCalendarShare,
  IconChevronDown,
  IconCopyCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconPrinter,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useView } from '../../parts/view.ts';
import { useWords } from '../../words/language.tsx';
import type { ActName } from './rights.ts';
import type { File } from './tabs.ts';
import { useMay } from './use-file.ts';
import { said } from './words.ts';

interface HeadAct {
  /** Value of `?lam=`. */
  readonly code: 'doi-ngay' | 'hoan' | 'tiep-tuc' | 'huy' | 'mau' | 'lich';
  readonly act: ActName;
  readonly label: 'move' | 'postpone' | 'resume' | 'cancel' | 'template' | 'calendar';
  readonly icon: TablerIcon;
}
const ACTS: readonly HeadAct[] = [
  { code: 'doi-ngay', act: 'move', label: 'move', icon: IconCalendarShare },
  { code: 'hoan', act: 'postpone', label: 'postpone', icon: IconPlayerPause },
  { code: 'tiep-tuc', act: 'resume', label: 'resume', icon: IconPlayerPlay },
  { code: 'mau', act: 'adoptTemplate', label: 'template', icon: IconCopyCheck },
  { code: 'lich', act: 'move', label: 'calendar', icon: IconCalendarEvent },
  { code: 'huy', act: 'cancel', label: 'cancel', icon: IconX },
];
export type HeadActCode = HeadAct['code'];

const Dialogs = lazy(() => import('./moves/index.tsx').then(({ Moves }) => ({ default: Moves })));

export const HeadActs = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const may = useMay(file);
  const [view, change] = useView();
  const offered = ACTS.filter(({ act }) => may(act));
  const opened = offered.find(({ code }) => code === view.lam);
  return (
    <>
      {offered.length === 0 ? (
        <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>
          {w.print}
        </Button>
      ) : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown aria-hidden size={16} />}>
              {w.acts}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map(({ code, label, icon: Icon }) => (
              <Menu.Item
                key={code}
                leftSection={<Icon aria-hidden size={18} stroke={1.7} />}
                onClick={() => change({ lam: code })}
              >
                {w[label]}…
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconPrinter aria-hidden size={18} stroke={1.7} />}
              onClick={() => setTimeout(() => window.print(), 250)}
            >
              {w.print}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {opened && (
        <Suspense>
          <Dialogs file={file} act={opened.code} onClose={() => change({ lam: undefined })} />
        </Suspense>
      )}
    </>
  );
};
