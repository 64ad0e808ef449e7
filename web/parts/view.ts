/** State of a view lives in the address: filters, tab, as-of day; any view can be sent as a link and printed (ux §5). */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isDay } from '../words/format.ts';

export type View = Readonly<Record<string, string | undefined>>;

/** Only short strings; anything else in the address is left out. */
export const parseView = (search: Readonly<Record<string, unknown>>): View =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => {
      const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
      return typeof text === 'string' && text.length > 0 && text.length <= 200 ? [[key, text]] : [];
    }),
  );

/** The view, and how to change parts of it; a part set to `undefined` leaves the address. */
export const useView = (): readonly [View, (change: View) => void] => {
  const view = useSearch({ strict: false }) as View; // the root parses it with `parseView`
  const navigate = useNavigate();
  const change = useCallback(
    (parts: View) =>
      void navigate({ to: '.', search: (before: View) => parseView({ ...before, ...parts }), replace: true } as never), // the root's search
    [navigate],
  );
  return [view, change];
};

/** The past day that the page shows, `?ngay=`; undefined for now. */
export const useAsOf = (): string | undefined => {
  const [{ ngay }] = useView();
  return ngay !== undefined && isDay(ngay) ? ngay : undefined;
};
