/** Lines over the page: the line is down; the past is shown. */
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useLive } from '../live/live.tsx';
import { useAsOf, useView } from '../parts/view.ts';
import { longDate, timeText } from '../words/format.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { said } from './words.ts';

const GRACE_MS = 3_000;

/** Shown once the line has been down for three seconds; a server that restarts quickly is not worth a band. */
export const OfflineBand = (): ReactNode => {
  const { lostAt } = useLive();
  const client = useQueryClient();
  const w = useWords(said);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (lostAt === null) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [lostAt]);
  if (!shown || lostAt === null) return null;
  const seen = Math.max(
    0,
    ...client
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.dataUpdatedAt),
  );
  const text = (at: number): string => timeText(new Date(at).toISOString());
  return (
    <div className="offline-band" role="status">
      {w.lostSince(text(lostAt), seen > 0 ? text(seen) : '–')}
    </div>
  );
};

export const AsOfBand = (): ReactNode => {
  const asOf = useAsOf();
  const [, setView] = useView();
  const { language } = useLanguage();
  const w = useWords(said);
  if (asOf === undefined) return null;
  return (
    <div className="as-of-band" role="status">
      <Group gap="md">
        <span>{w.viewing(longDate(asOf, language))}</span>
        <Button size="compact-sm" variant="default" onClick={() => setView({ ngay: undefined })}>
          {w.backToToday}
        </Button>
      </Group>
    </div>
  );
};
