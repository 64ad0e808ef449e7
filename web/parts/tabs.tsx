/** Parts of a page as links with addresses of their own; on a phone the list scrolls, the part that is shown stays in sight. */
import { type ReactNode, useEffect, useRef } from 'react';
import './tabs.css';

export const Tabs = <T extends string>({
  label,
  names,
  shown,
  link,
}: {
  readonly label: string;
  readonly names: readonly T[];
  readonly shown: T | undefined;
  /** The link to a part; `current` is what it gives as `aria-current`. */
  readonly link: (name: T, current: 'page' | undefined) => ReactNode;
}): ReactNode => {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[data-tab="${shown}"]`);
    if (list.current && tab) list.current.scrollLeft = tab.offsetLeft - 48;
  }, [shown]);
  return (
    <nav ref={list} aria-label={label} className="tabs no-print">
      <ul>
        {names.map((name) => (
          <li key={name} data-tab={name}>
            {link(name, name === shown ? 'page' : undefined)}
          </li>
        ))}
      </ul>
    </nav>
  );
};
