/** The page starts here: language, colours, session, live stream, then the screens. */
import './frame/fonts.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './frame/page.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme, variables } from './frame/theme.ts';
import { LiveProvider } from './live/live.tsx';
import { begin } from './pages/home/index.tsx';
import { router } from './router.tsx';
import { ME, SessionProvider } from './session/session.tsx';
import { LanguageProvider } from './words/language.tsx';

// a browser that calls itself offline may still reach the server of its office, or of its own machine
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
const colours = localStorageColorSchemeManager({ key: 'san-sang.colours' });

client.fetchQuery(ME).then(
  (me) => me && !me.user.mustChangePassword && begin(client, me),
  () => undefined, // the session says what is wrong
);

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
    >
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <Notifications position="top-center" autoClose={5_000} />
          <SessionProvider>
            <LiveProvider>
              <RouterProvider router={router} />
            </LiveProvider>
          </SessionProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
