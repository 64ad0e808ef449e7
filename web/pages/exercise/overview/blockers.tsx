/** What keeps a gate shut, in words, each with the way to it. */
import { Anchor, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircle,
  IconCircleHalf2,
  IconFileAlert,
  IconHourglass,
  IconLock,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File, TabName } from '../tabs.ts';
import { said } from './words.ts';

type Blocker = Schemas['Blocker'];

const BY_STATUS: Readonly<Partial<Record<NonNullable<Blocker['status']>, TablerIcon>>> = {
  waiting: IconLock,
  open: IconCircle,
  started: IconCircleHalf2,
  submitted: IconHourglass,
  returned: IconArrowBackUp,
};
const BY_KIND: Readonly<Partial<Record<Blocker['kind'], TablerIcon>>> = { gate: IconLock, paper: IconFileAlert };
const iconOf = ({ kind, status }: Blocker): TablerIcon =>
  (status ? BY_STATUS[status] : BY_KIND[kind]) ?? IconAlertTriangle;

const isLate = ({ workingDaysLeft: left }: Blocker): boolean => left !== null && left < 0;

const TAB_OF: Readonly<Partial<Record<Blocker['kind'], TabName>>> = {
  paper: 'van-ban',
  run: 'thuc-hanh',
  drill: 'diem-danh',
  review: 'rut-kinh-nghiem',
};

const Way = ({ file, blocker }: { readonly file: File; readonly blocker: Blocker }): ReactNode => {
  const w = useWords(said);
  const { kind, code } = blocker;
  const label = { 'aria-label': w.seeWhat(code) };
  const tab = TAB_OF[kind];
  if (kind === 'task')
    return (
      <PageLink to="/viec/$exercise/$code" params={{ exercise: file.id, code }} {...label}>
        {w.see}
      </PageLink>
    );
  if (kind === 'clash')
    return (
      <Anchor href="#clashes" {...label}>
        {w.see}
      </Anchor>
    );
  return tab ? (
    <PageLink to="/dien-tap/$id/$tab" params={{ id: file.id, tab }} {...label}>
      {w.see}
    </PageLink>
  ) : null;
};

export const Blockers = ({ file, gate }: { readonly file: File; readonly gate: Schemas['Gate'] }): ReactNode => {
  const say = useSay();
  const w = useWords(said);
  // of the work of other bodies a department learns only that it is open
  const isOfOthers = ({ kind, holder }: Blocker): boolean => kind === 'task' && holder === null;
  const others = gate.blockers.filter(isOfOthers).length;
  return (
    <ul className="blockers">
      {others > 0 && (
        <li>
          <Sign icon={IconLock} hue="grey">
            <Text span c="var(--mantine-color-text)">
              {w.ofOthers(others)}
            </Text>
          </Sign>
        </li>
      )}
      {gate.blockers
        .filter((blocker) => !isOfOthers(blocker))
        .map((blocker) => (
          <li key={`${blocker.kind}/${blocker.code}`}>
            <Sign icon={iconOf(blocker)} hue={isLate(blocker) ? 'red' : 'grey'}>
              <Text span c="var(--mantine-color-text)">
                {say(blocker.text)}
              </Text>
            </Sign>
            <Way file={file} blocker={blocker} />
          </li>
        ))}
    </ul>
  );
};
