import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/language.tsx';
import type { ActName } from './acts.ts';
import { said } from './words.ts';

export type MenuAct = ActName | 'merge' | 'split';

export const ActsMenu = ({
  label,
  acts,
  onChoose,
}: {
  readonly label: string;
  readonly acts: readonly MenuAct[];
  readonly onChoose: (act: MenuAct) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          className="no-print"
          leftSection={<IconDots aria-hidden size={16} />}
          aria-label={w.actsOf(label)}
        >
          {w.acts}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act} onClick={() => onChoose(act)}>
            {w[act]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
