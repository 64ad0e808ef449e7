/** Whether the page is being put on paper now: the chart is then drawn to the width of the sheet. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const paper = matchMedia('print');
    const put = (on: boolean) => () => flushSync(() => setPrinting(on));
    const [before, after] = [put(true), put(false)];
    const changed = (): void => setPrinting(paper.matches);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    paper.addEventListener('change', changed);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      paper.removeEventListener('change', changed);
    };
  }, []);
  return printing;
};
