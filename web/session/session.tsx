/** Who is signed in. Without anybody the sign-in stands in place of the page; in mid-work it opens over it. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useMemo, useState } from 'react';
import { onConfirmationNeeded } from '../client/confirming.ts';
import { onSignedOut, Refused, readFrom, type Schemas, setCsrf, Unreachable } from '../client/http.ts';
import { EarlyHead } from '../parts/early-head.tsx';
import { Broken, Waiting } from '../parts/shown.tsx';

export type Me = Schemas['Me'];
export type Group = NonNullable<Me['group']>;

interface Session {
  readonly me: Me;
  /** Reads it again, after signing in or choosing another duty. */
  readonly refresh: () => Promise<void>;
  /** How often somebody has signed in again over the page. */
  readonly entries: number;
}
const SessionContext = createContext<Session | null>(null);

/** Throws outside of a signed-in page. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  return session;
};
export const useMe = (): Me => useSession().me;

const SignIn = lazy(() => import('../pages/sign-in/index.tsx').then(({ Page }) => ({ default: Page })));
const NewPassword = lazy(() => import('../pages/sign-in/new-password.tsx').then(({ Page }) => ({ default: Page })));
const Confirm = lazy(() => import('../pages/sign-in/confirm.tsx').then((each) => ({ default: each.Confirm })));
const SignInAgain = lazy(() => import('../pages/sign-in/again.tsx').then(({ Again }) => ({ default: Again })));

/** Who is signed in; null for nobody. */
export const ME = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await readFrom('/api/v1/me', {}, signal);
      setCsrf(me.csrf);
      return me;
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) return null;
      throw error;
    }
  },
  retry: (failures, error) => error instanceof Unreachable && failures < 3,
  staleTime: 60_000,
});

export const SessionProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const client = useQueryClient();
  const { data: me, error, isPending, refetch } = useQuery(ME);
  const [ended, setEnded] = useState(false);
  const [entries, setEntries] = useState(0);
  const [confirming, setConfirming] = useState<{ readonly end: (confirmed: boolean) => void } | null>(null);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  useEffect(() => onConfirmationNeeded(() => new Promise((end) => setConfirming({ end }))), []);
  const session = useMemo(
    () =>
      me
        ? {
            ...{ me, entries },
            refresh: async () => {
              await refetch();
              setEnded(false);
              await client.invalidateQueries({ queryKey: ['read'] });
            },
          }
        : null,
    [me, entries, client, refetch],
  );
  if (isPending)
    return (
      <>
        <EarlyHead />
        <Waiting />
      </>
    );
  if (error && !me) return <Broken error={error} onRetry={() => void refetch()} />;
  const enter = async (): Promise<void> => {
    client.removeQueries({ queryKey: ['read'] });
    setEnded(false);
    await refetch();
  };
  const enterAgain = async (): Promise<void> => {
    await session?.refresh();
    setEntries((times) => times + 1);
  };
  return (
    <Suspense fallback={<Waiting />}>
      {session === null ? (
        <SignIn onDone={enter} />
      ) : (
        <SessionContext value={session}>
          {session.me.user.mustChangePassword ? <NewPassword onDone={enter} /> : children}
          {/* fetched when needed, while the page under it stays as it is */}
          <Suspense>
            {confirming && (
              <Confirm
                onEnd={(confirmed) => {
                  setConfirming(null);
                  confirming.end(confirmed);
                }}
              />
            )}
            {ended && <SignInAgain onDone={enterAgain} userName={session.me.user.userName} />}
          </Suspense>
        </SessionContext>
      )}
    </Suspense>
  );
};
