/** One step of the work: what it is, how it stands, its acts. */
import { Group } from '@mantine/core';
import { type ReactNode, useId } from 'react';

export const Step = ({
  title,
  isDone,
  acts,
  children,
}: {
  readonly title: string;
  readonly isDone: boolean;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const id = useId();
  return (
    <li className="step" data-done={isDone || undefined} aria-labelledby={id}>
      <div className="step-head">
        <h2 id={id}>{title}</h2>
        {acts && (
          <Group gap="xs" className="no-print">
            {acts}
          </Group>
        )}
      </div>
      <div>{children}</div>
    </li>
  );
};
