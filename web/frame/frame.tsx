/** What stands around every page: header, menu, live dot, bands, footer (ux §5). */
import { AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleDot, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect } from 'react';
import { useLive } from '../live/live.tsx';
import { MusterBand } from '../outbox/muster-band.tsx';
import { ProofBand } from '../outbox/proof-band.tsx';
import { Sign } from '../parts/marks.tsx';
import { useIsNarrow } from '../parts/narrow.ts';
import { Waiting } from '../parts/shown.tsx';
import { useMe } from '../session/session.tsx';
import { instantText } from '../words/format.ts';
import { useSay, useWords } from '../words/language.tsx';
import { AsOfBand, OfflineBand } from './bands.tsx';
import { Bell } from './bell.tsx';
import { Finder } from './finder.tsx';
import { useKeys } from './keys.tsx';
import { menuOf } from './menu.ts';
import { UserMenu } from './user-menu.tsx';
import { said } from './words.ts';

const LiveDot = (): ReactNode => {
  const { state } = useLive();
  const w = useWords(said);
  if (state === 'live')
    return (
      <Sign icon={IconCircleDot} hue="green">
        {w.live}
      </Sign>
    );
  return (
    <Sign icon={state === 'joining' ? IconRefresh : IconPlugConnectedX} hue={state === 'joining' ? 'grey' : 'red'}>
      {w[state]}
    </Sign>
  );
};

/** After each move reading begins at the title of the page. */
const useFocusOnMove = (): void => {
  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement && document.activeElement !== document.body) document.querySelector('h1')?.focus();
  }, [pathname]);
};

export const Frame = (): ReactNode => {
  const me = useMe();
  const w = useWords(said);
  const say = useSay();
  const narrow = useIsNarrow();
  const [opened, { toggle, close }] = useDisclosure();
  const entries = menuOf(me);
  useFocusOnMove();
  useKeys();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={w.menu} />
            <Link to="/" className="brand">
              <img src="/icon.svg" alt="" width={28} height={28} />
              <span>
                <Text span fw={700} c="var(--mantine-color-text)">
                  Sẵn Sàng
                </Text>
                {me.authority && (
                  <Text span size="sm" c="dimmed" visibleFrom="md">
                    {' '}
                    · {say(me.authority)}
                  </Text>
                )}
              </span>
            </Link>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Finder />
            {me.acting && <Bell />}
            {!narrow && me.acting && <LiveDot />}
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={w.menu}>
        {entries.map(({ to, label, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={w[label] as string}
            leftSection={<Icon aria-hidden size={20} stroke={1.7} />}
            activeOptions={{ exact: to === '/' }}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <OfflineBand />
        <AsOfBand />
        <ProofBand />
        <MusterBand />
        <div className="page-body">
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </div>
        <footer className="page-foot">
          <Text size="xs" c="dimmed">
            Sẵn Sàng {me.version} · {w.dataUntil(instantText(me.now))} · {w.internal} · {w.noSecrets}
          </Text>
        </footer>
      </AppShell.Main>
      {narrow && (
        <nav className="bottom-bar" aria-label={w.shortcuts}>
          {entries.slice(0, 4).map(({ to, label, icon: Icon }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
              <Icon aria-hidden size={22} stroke={1.7} />
              {w[label] as string}
            </Link>
          ))}
        </nav>
      )}
    </AppShell>
  );
};
