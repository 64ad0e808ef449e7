/** One board, or the frame: as decided, or amber where the decision is missing and a gate asks for it. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { BOARD_NAMES, PAPERS } from '../../../../domain/labels/words.ts';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { OpenPaperAct } from '../papers/dialogs.tsx';
import { said as paperSaid } from '../papers/words.ts';
import { mayEnterPaper } from '../rights.ts';
import type { File } from '../tabs.ts';
import { type BoardSlot, Decided } from './decided.tsx';
import { said } from './words.ts';

type Papers = Schemas['Papers'];

export const BoardCard = ({
  file,
  slot,
  papers,
  onAct,
}: {
  readonly file: File;
  readonly slot: BoardSlot;
  readonly papers: Papers | undefined;
  readonly onAct: OpenPaperAct;
}): ReactNode => {
  const w = useWords(said);
  const p = useWords(paperSaid);
  const say = useSay();
  const { acting } = useMe();
  const asOf = useAsOf();
  const row = papers?.papers.find((each) => each.slot === slot && each.state !== 'revoked');
  const missing = papers?.missing.find((each) => each.slot === slot);
  const has = slot === 'frame' ? file.frame !== null : file.boards.some(({ board }) => board === slot);
  const mayWrite = asOf === undefined && mayEnterPaper(file, acting);
  const blocked = (missing?.needs.length ?? 0) > 0;
  return (
    <Card component="li" withBorder padding="md" className="keep-together">
      <Stack gap="sm" h="100%">
        <Title order={2} className="section-title" m={0}>
          {slot === 'frame' ? w.frame : say(BOARD_NAMES[slot])}
        </Title>
        {has ? (
          <Decided file={file} slot={slot} row={row} />
        ) : missing ? (
          <>
            <Sign icon={IconAlertTriangle} hue="amber">
              {w.none}
              {missing.gate && `, ${w.neededAt(missing.gate)}`}
            </Sign>
            {blocked && <Text size="sm">{w.waitsFor(missing.needs.map((need) => say(PAPERS[need])).join(', '))}</Text>}
          </>
        ) : (
          <Sign icon={IconMinus} hue="grey">
            {w.optional}
          </Sign>
        )}
        <Text size="sm" c="dimmed">
          {slot === 'frame' ? w.frameWhat : w[slot]}
        </Text>
        {mayWrite && (
          <Group gap="xs" mt="auto" className="no-print">
            {has ? (
              <>
                <Button size="compact-sm" variant="default" onClick={() => onAct('amend', slot)}>
                  {p.amend}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => onAct('revoke', slot)}>
                  {p.revoke}
                </Button>
              </>
            ) : (
              <Button size="compact-sm" variant="default" disabled={blocked} onClick={() => onAct('enter', slot)}>
                {p.enter}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
};
