import { Text } from '@mantine/core';
import { IconCheck, IconKey, IconLock, IconSettings, IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../../../client/read.ts';
import { Sign } from '../../../parts/marks.tsx';
import type { Column } from '../../../parts/rows.tsx';
import { useMe } from '../../../session/session.tsx';
import { dateText, instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { Recorded, User } from './duties.ts';
import { said } from './words.ts';

/** Names of bodies in force today by their ids. */
const useBodyNames = (): ((body: string) => string) => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation');
  const names = useMemo(
    () => new Map((data?.units ?? []).flatMap(({ bodies }) => bodies.map(({ body, name }) => [body, name] as const))),
    [data],
  );
  return (body) => {
    const name = names.get(body);
    return name ? say(name) : body;
  };
};

export const useColumns = (acts: (user: User) => ReactNode): readonly Column<User>[] => {
  const w = useWords(said);
  const nameOf = useBodyNames();
  const { today } = useMe();
  const window = ({ from, to = null }: Recorded): string | null => {
    if (from > today) return `${w.from.toLowerCase()} ${dateText(from)}${to ? ` – ${dateText(to)}` : ''}`;
    return to ? `${w.to.toLowerCase()} ${dateText(to)}` : null;
  };
  return [
    {
      key: 'name',
      head: w.name,
      isTitle: true,
      cell: ({ name, userName, person }) => (
        <>
          {name}
          <Text size="sm" c="dimmed" fw={400} component="div">
            {userName}
            {person && ` · ${w.person.toLowerCase()} ${person}`}
          </Text>
        </>
      ),
    },
    {
      key: 'duties',
      head: w.duties,
      cell: ({ duties, isAdmin }) => (
        <ul className="plain-list">
          {isAdmin && (
            <li>
              <Sign icon={IconSettings} hue="grey">
                {w.admin}
              </Sign>
            </li>
          )}
          {duties.map((duty) => (
            <li key={`${duty.body} ${duty.post} ${duty.from}`} data-past={duty.to && duty.to < today ? '' : undefined}>
              {nameOf(duty.body)} – {w[duty.post ?? 'member'].toLowerCase()}
              {duty.acting && `, ${w.actingShort}`}
              {window(duty) && <span className="quiet"> ({window(duty)})</span>}
            </li>
          ))}
          {duties.length === 0 && !isAdmin && <li className="quiet">{w.noDuty}</li>}
        </ul>
      ),
    },
    {
      key: 'state',
      head: w.state,
      cell: ({ isActive, mustChangePassword, twoFactor }) => (
        <ul className="plain-list">
          <li>
            <Sign icon={isActive ? IconCheck : IconLock} hue={isActive ? 'plain' : 'grey'}>
              {isActive ? w.active : w.closed}
            </Sign>
          </li>
          {mustChangePassword && (
            <li>
              <Sign icon={IconKey} hue="blue">
                {w.mustChange}
              </Sign>
            </li>
          )}
          {twoFactor && (
            <li>
              <Sign icon={IconShieldCheck} hue="plain">
                {w.second}
              </Sign>
            </li>
          )}
        </ul>
      ),
    },
    {
      key: 'last',
      head: w.lastSignIn,
      cell: ({ lastSignInAt }) => (lastSignInAt ? instantText(lastSignInAt) : w.never),
    },
    { key: 'acts', head: <span className="only-heard">{w.acts}</span>, align: 'right', cell: acts },
  ];
};
