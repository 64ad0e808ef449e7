/**
 * Keys of a list (ux §12): j, k and the arrows move between the rows, x selects the row. Rows are links or buttons that
 * carry `data-row`; off inside inputs, during IME composition, and when single keys are switched off.
 */
import { type RefObject, useEffect } from 'react';
import { isTyping } from '../frame/keys.tsx';
import { kept } from '../words/kept.ts';

const STEP: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

export const useListKeys = (
  list: RefObject<HTMLElement | null>,
  { onSelect, onNew }: { readonly onSelect?: (row: string) => void; readonly onNew?: (() => void) | undefined },
): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event) || kept('keys') === 'off' || !list.current) return;
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')];
      const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
      const step = STEP[event.key];
      const isArrow = event.key.startsWith('Arrow');
      if (step && (at >= 0 || !isArrow)) {
        rows[Math.min(rows.length - 1, Math.max(0, at + (at < 0 ? Math.max(step, 1) : step)))]?.focus();
        event.preventDefault();
      } else if (event.key === 'x' && at >= 0) {
        const row = rows[at]?.dataset.row;
        if (row) onSelect?.(row);
      } else if (event.key === 'n' && onNew) {
        event.preventDefault();
        onNew();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list, onSelect, onNew]);
};
