/** Title of a page, what stands beside it, and the acts of the page. The title is where reading begins after each move. */
import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

export const PageHead = ({
  title,
  aside,
  actions,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Sẵn Sàng`;
  }, [title]);
  return (
    <Group justify="space-between" align="center" wrap="wrap" gap="sm" mb="md" className="page-head">
      <Group gap="md" wrap="wrap">
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {aside}
      </Group>
      {actions && (
        <Group gap="sm" className="page-acts">
          {actions}
        </Group>
      )}
    </Group>
  );
};
