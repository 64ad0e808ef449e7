/** A part of what would change: folded to its title and count. */
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign } from '../../../parts/marks.tsx';

export const Part = ({
  icon,
  hue,
  title,
  children,
  isOpen = false,
}: {
  readonly icon: TablerIcon;
  readonly hue: 'red' | 'amber' | 'grey' | 'green' | 'blue';
  readonly title: string;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
}): ReactNode => (
  <details open={isOpen} className="effect">
    <summary>
      <Sign icon={icon} hue={hue}>
        <b>{title}</b>
      </Sign>
    </summary>
    <div className="effect-body">{children}</div>
  </details>
);
