/** What adopting a newer version of the template would do to this exercise, and doing exactly that. */
import { Select, Text } from '@mantine/core';
import { IconEqual, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { dateText, dayOf } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { Part } from './part.tsx';
import { said } from './words.ts';

const useBecause = () => {
  const w = useWords(said);
  return { proved: w.proved, tailored: w.tailored, dropped: w.droppedHere, gatePassed: w.gatePassed } as const;
};

export const AdoptTemplate = ({ file, onClose }: { readonly file: File; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const because = useBecause();
  const [version, setVersion] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { template } = file;
  const list = useRead('/api/v1/templates', {}, { enabled: template !== null });
  const newer = (list.data?.templates ?? []).filter(
    (each) => template && each.id === template.id && each.version > template.version && !each.retired,
  );
  const difference = useRead(
    '/api/v1/exercises/{id}/template-difference',
    { path: { id: file.id }, query: { version: String(version ?? 0) } },
    { enabled: version !== null },
  );
  const act = useAct('exercises', file.id, w.adoptedTemplate, onClose);
  const send = (): void => {
    if (version === null || !difference.data) return;
    act.send({ type: 'AdoptTemplate', version, reason: reason.trim() }, { expectedVersion: difference.data.version });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.template}
      button={version === null ? w.template : w.adoptV(version)}
      effect={template ? w.templateNow(template.id, template.version) : w.noTemplate}
      error={act.error}
      sending={act.sending}
      disabled={!difference.data || reason.trim() === ''}
      dirty={reason !== ''}
      size="xl"
    >
      <Shown read={list} lines={2} isEmpty={() => newer.length === 0} empty={<Text c="dimmed">{w.noNewer}</Text>}>
        {() => (
          <Select
            label={w.version}
            value={version === null ? null : String(version)}
            data={newer.map((each) => ({
              value: String(each.version),
              label: w.versionOf(each.version, each.published ? dateText(dayOf(each.published.at)) : '–'),
            }))}
            onChange={(chosen) => setVersion(chosen === null ? null : Number(chosen))}
          />
        )}
      </Shown>
      {version !== null && (
        <Shown read={difference}>
          {(what) => (
            <section aria-label={w.effects} className="effects">
              <Part icon={IconPlus} hue="blue" title={w.added(what.added.length)} isOpen={what.added.length > 0}>
                <ul className="field-errors">
                  {what.added.map(({ code, title, due }) => (
                    <li key={code}>
                      {code} {say(title)} · {dateText(due)}
                    </li>
                  ))}
                </ul>
              </Part>
              <Part icon={IconPencil} hue="blue" title={w.changedTasks(what.changed.length)}>
                <ul className="field-errors">
                  {what.changed.map(({ code, fields, due }) => (
                    <li key={code}>
                      {code}: {fields.map(({ from, to }) => `${from || '–'} → ${to || '–'}`).join('; ')}
                      {due.from !== due.to && ` · ${dateText(due.from)} → ${dateText(due.to)}`}
                    </li>
                  ))}
                </ul>
              </Part>
              <Part icon={IconMinus} hue="grey" title={w.dropped(what.dropped.length)}>
                <ul className="field-errors">
                  {what.dropped.map(({ code, title }) => (
                    <li key={code}>
                      {code} {say(title)}
                    </li>
                  ))}
                </ul>
              </Part>
              <Part icon={IconEqual} hue="grey" title={w.left(what.leftAsItIs.length)}>
                {what.leftAsItIs.map(({ code, because: why }) => `${code} (${because[why]})`).join(', ')}
              </Part>
              {what.ladderChanged && <Text size="sm">{w.ladderChanged}</Text>}
              {what.scoreSheetChanged && <Text size="sm">{w.sheetChanged}</Text>}
            </section>
          )}
        </Shown>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
