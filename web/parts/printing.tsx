/** Whether the page is being printed: what is drawn only as far as it is seen must then be drawn whole. */
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
};

/** The sheet of this screen while it is shown, in place of the usual A4; a named page does not reach into the frame's layout. */
export const Sheet = ({ size, margin }: { readonly size: string; readonly margin: string }): ReactNode => (
  <style>{`@page { size: ${size}; margin: ${margin}; }`}</style>
);
