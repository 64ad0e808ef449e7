/** Home of who administers accounts and the installation, and holds no duty in exercises. */
import { Card, SimpleGrid, Text, Title } from '@mantine/core';
import { IconServerCog, IconShieldSearch, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords, words } from '../../words/language.tsx';

const said = words({
  title: ['Quản trị hệ thống', 'Administration'],
  note: [
    'Tài khoản quản trị không xem và không sửa hồ sơ diễn tập.',
    'An administrator neither sees nor changes the files of exercises.',
  ],
  users: ['Người dùng', 'Users'],
  usersWhat: [
    'Tạo tài khoản, in mật khẩu dùng một lần, giao chức trách, khóa.',
    'Create accounts, print one-time passwords, assign duties, lock.',
  ],
  system: ['Hệ thống', 'System'],
  systemWhat: ['Các phần có chạy không, phiên bản, đồng hồ.', 'Whether each part works, version, clock.'],
  log: ['Nhật ký truy cập', 'Access log'],
  logWhat: ['Ai đăng nhập, ai bị từ chối, lúc nào.', 'Who signed in, who was refused, when.'],
});

export const Home = (): ReactNode => {
  const w = useWords(said);
  const places = [
    { tab: 'nguoi-dung', icon: IconUsers, name: w.users, what: w.usersWhat },
    { tab: 'he-thong', icon: IconServerCog, name: w.system, what: w.systemWhat },
    { tab: 'nhat-ky', icon: IconShieldSearch, name: w.log, what: w.logWhat },
  ];
  return (
    <>
      <PageHead title={w.title} />
      <Text mb="md">{w.note}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {places.map(({ tab, icon: Icon, name, what }) => (
          <li key={tab}>
            <Card component={Link} to="/quan-tri/$tab" params={{ tab } as never} withBorder padding="md" h="100%">
              <Icon aria-hidden size={26} stroke={1.6} />
              <Title order={2} size="h4" mt="xs">
                {name}
              </Title>
              <Text size="sm" c="dimmed">
                {what}
              </Text>
            </Card>
          </li>
        ))}
      </SimpleGrid>
    </>
  );
};
