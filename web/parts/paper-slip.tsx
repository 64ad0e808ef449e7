/** A slip that is printed alone: secrets handed over on paper, once. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import './paper-slip.css';

/** While it is shown, printing the page prints only this. */
export const PaperSlip = ({
  children,
  button,
}: {
  readonly children: ReactNode;
  readonly button: string;
}): ReactNode => {
  useEffect(() => {
    document.documentElement.setAttribute('data-slip', '');
    return () => document.documentElement.removeAttribute('data-slip');
  }, []);
  return (
    <div className="paper-slip">
      {children}
      <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>
        {button}
      </Button>
    </div>
  );
};

/** In groups of four, to be read and typed by hand. */
export const inFours = (text: string): string => text.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1 ');
