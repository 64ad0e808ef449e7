/** Business time as it goes on: that of the server when it last said who is signed in, and what has passed since. */
import { useEffect, useState } from 'react';
import { useMe } from '../session/session.tsx';

/** When this page first saw what the server said, on a clock that nobody can set. */
let seen: { readonly now: string; readonly at: number } = { now: '', at: 0 };

/** Business time in milliseconds, never ahead of the server's; the clock of the browser may be wrong or set anew. */
export const useBusinessClock = (): (() => number) => {
  const { now } = useMe();
  if (seen.now !== now) seen = { now, at: performance.now() };
  return () => Date.parse(seen.now) + (performance.now() - seen.at);
};

/** Business time in milliseconds, told again every `ms`. */
export const useNow = (ms = 10_000): number => {
  const clock = useBusinessClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), ms);
    return () => clearInterval(timer);
  });
  return now;
};
