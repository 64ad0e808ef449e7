/** Which rows are chosen, to act on several at once. */
import { useCallback, useState } from 'react';

export const useChoosing = () => {
  const [on, setOn] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setOn(true);
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const clear = (): void => {
    setOn(false);
    setChosen(new Set());
  };
  return { on, setOn, chosen, toggle, clear };
};
