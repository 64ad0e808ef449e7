/** Search of a list, `?tim=`: put into the address a moment after typing. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useView } from './view.ts';

export const Find = ({ label }: { readonly label: string }): ReactNode => {
  const [{ tim }, setView] = useView();
  const [typed, setTyped] = useState(tim ?? '');
  const sent = useRef(tim);
  const put = useDebouncedCallback((text: string) => {
    sent.current = text.trim() || undefined;
    setView({ tim: sent.current });
  }, 250);
  useEffect(() => {
    if (tim === sent.current) return;
    sent.current = tim;
    setTyped(tim ?? '');
  }, [tim]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch aria-hidden size={16} />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        put(currentTarget.value);
      }}
      w={{ base: '100%', sm: '20rem' }}
    />
  );
};
