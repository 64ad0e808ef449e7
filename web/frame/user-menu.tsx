import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { chooseDuty, signOut } from '../session/account.ts';
import { useSession } from '../session/session.tsx';
import { keep, kept } from '../words/kept.ts';
import { useLanguage, useSay, useWords } from '../words/language.tsx';
import { said } from './words.ts';

const LETTERS = ['medium', 'large', 'largest'] as const;
const COLOURS = ['light', 'dark', 'auto'] as const;

const Choice = ({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactNode => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={chosen}
    closeMenuOnClick={false}
    leftSection={chosen ? <IconCheck aria-hidden size={16} /> : <span style={{ width: 16 }} />}
    onClick={onChoose}
  >
    {label}
  </Menu.Item>
);

export const UserMenu = (): ReactNode => {
  const { me, refresh } = useSession();
  const w = useWords(said);
  const say = useSay();
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [letters, setLetters] = useState(kept('letters') ?? 'medium');
  const setSize = (size: string): void => {
    keep('letters', size);
    document.documentElement.setAttribute('data-letters', size);
    setLetters(size);
  };
  return (
    <Menu position="bottom-end" width={300} withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px="xs"
          aria-label={me.user.name}
          leftSection={<IconUserCircle aria-hidden />}
        >
          <span className="user-name">{me.user.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="80dvh" style={{ overflowY: 'auto' }}>
        {me.duties.length > 0 && (
          <>
            <Menu.Label>{w.actingFor}</Menu.Label>
            {me.duties.map((duty) => (
              <Choice
                key={`${duty.body} ${duty.post}`}
                label={`${say(duty.name)}, ${say(duty.unitName)} – ${w[duty.post]}${duty.actingFor ? ` (${w.standIn})` : ''}`}
                chosen={duty.body === me.acting?.body}
                onChoose={() => void chooseDuty(duty.body).then(refresh)}
              />
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{w.letters}</Menu.Label>
        {LETTERS.map((size) => (
          <Choice key={size} label={w[size]} chosen={letters === size} onChoose={() => setSize(size)} />
        ))}
        <Menu.Label>{w.colours}</Menu.Label>
        {COLOURS.map((scheme) => (
          <Choice
            key={scheme}
            label={w[scheme]}
            chosen={colorScheme === scheme}
            onChoose={() => setColorScheme(scheme)}
          />
        ))}
        <Menu.Divider />
        <Choice label="Tiếng Việt" chosen={language === 'vi'} onChoose={() => choose('vi')} />
        <Choice label="English" chosen={language === 'en'} onChoose={() => choose('en')} />
        <Menu.Divider />
        <Menu.Item onClick={() => void navigate({ to: '/tai-khoan' })}>{w.account}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/tro-giup' })}>{w.help}</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>
          <Text span fw={600}>
            {w.signOut}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
