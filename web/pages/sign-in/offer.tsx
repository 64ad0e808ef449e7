/** What else the sign-in offers: the office's central sign-in where configured, the sample's accounts where loaded. */
import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { checked, reach, type Schemas } from '../../client/http.ts';
import { Broken } from '../../parts/shown.tsx';
import { write } from '../../session/account.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const SAMPLES = [
  ['tham-muu', 'sampleStaff'],
  ['bao-dam', 'sampleReturned'],
  ['y-te', 'sampleDepartment'],
  ['phuoc-hoa', 'sampleCommune'],
  ['lanh-dao', 'sampleLeadership'],
] as const;

export const Offer = (): ReactNode => {
  const w = useWords(said);
  const [error, setError] = useState<Error | null>(null);
  const { data: offer } = useQuery({
    queryKey: ['offer'],
    queryFn: async () => (await (await checked(await reach('/api/auth/offer'))).json()) as Schemas['SignInOffer'],
  });
  const central = async (): Promise<void> => {
    const answer = await write('/api/auth/sign-in/central', {});
    const { url } = (await answer.json()) as Schemas['CentralSignIn'];
    location.assign(url);
  };
  return (
    <>
      {offer?.central && (
        <Button variant="default" onClick={() => void central().catch(setError)}>
          {w.sso}
        </Button>
      )}
      {error && <Broken error={error} />}
      {offer?.sample && (
        <Alert role="note" variant="light" color="gray" title={w.sample}>
          <ul className="field-errors">
            {SAMPLES.map(([user, label]) => (
              <li key={user}>
                <b>{user}</b> – {w[label]}
              </li>
            ))}
          </ul>
          <Text size="sm">{w.samplePassword}</Text>
        </Alert>
      )}
    </>
  );
};
