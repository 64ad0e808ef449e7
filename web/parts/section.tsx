/** A framed part of a page with its heading, what it is for, and its acts. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export const Section = ({
  title,
  what,
  aside,
  children,
  order = 2,
}: {
  readonly title: ReactNode;
  readonly what?: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
  /** Level of its heading. */
  readonly order?: 2 | 3 | 4;
}): ReactNode => {
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={order} size={order === 4 ? 'h5' : 'h4'}>
            {title}
          </Title>
          {aside}
        </Group>
        {what && (
          <Text size="sm" c="dimmed" maw="75ch">
            {what}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
};
