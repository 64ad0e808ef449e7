/** The log of the run, latest first; what was written later than seen says so. */
import { Button, Title } from '@mantine/core';
import { IconAlertTriangle, IconNotes, IconThumbUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { bodyWords } from '../../../words/bodies.ts';
import { dayOf, instantText, shortDate, timeText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { isAddedLater, type Line, logOf, type Seen } from './log.ts';
import { Observe, SeenFields } from './observe.tsx';
import { mayObserve } from './rights.ts';
import { said } from './words.ts';

type Run = Schemas['RunShown'];
const KINDS = {
  strength: [IconThumbUp, 'green'],
  limit: [IconAlertTriangle, 'orange'],
  neutral: [IconNotes, 'grey'],
} as const;

const Amend = ({
  file,
  run,
  seen,
  onClose,
}: {
  readonly file: File;
  readonly run: Run;
  readonly seen: Seen;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { text, kind, item, criterion } = seen;
  const [draft, setDraft] = useState({ text, kind, item, criterion });
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.amended, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({
          ...{ type: 'AmendObservation', observation: seen.id, reason: reason.trim() },
          ...{ text: draft.text.trim(), kind: draft.kind },
          ...(draft.item ? { item: draft.item } : {}),
          ...(draft.criterion ? { criterion: draft.criterion } : {}),
        })
      }
      title={w.amendOf(timeText(seen.seenAt))}
      button={w.amendThis}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === '' || draft.text.trim() === ''}
      dirty={reason !== '' || draft.text !== text}
    >
      <SeenFields run={run} draft={draft} onChange={setDraft} />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

const SeenLine = ({
  seen,
  run,
  onAmend,
}: {
  readonly seen: Seen;
  readonly run: Run;
  readonly onAmend?: (() => void) | undefined;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [icon, hue] = KINDS[seen.kind];
  const criterion = run.criteria.find((each) => each.criterion === seen.criterion);
  return (
    <>
      <div>
        <Sign icon={icon} hue={hue}>
          {w[seen.kind]}
        </Sign>{' '}
        {seen.text}
      </div>
      <div className="quiet figures">
        {[
          say(bodyWords(seen.by.body)),
          ...(seen.item ? [seen.item] : []),
          ...(criterion ? [say(criterion.name)] : []),
          ...(isAddedLater(seen) ? [w.added(instantText(seen.writtenAt))] : []),
        ].join(' · ')}{' '}
        {onAmend && (
          <Button size="compact-xs" variant="subtle" onClick={onAmend} aria-label={w.amendOf(timeText(seen.seenAt))}>
            {w.amend}
          </Button>
        )}
      </div>
    </>
  );
};

const useLineText = (): ((line: Exclude<Line, { kind: 'seen' }>) => string) => {
  const w = useWords(said);
  return (line) => {
    switch (line.kind) {
      case 'opened':
        return w.lineOpened;
      case 'closed':
        return w.lineClosed;
      case 'resumed':
        return w.lineResumed;
      case 'paused':
        return w.linePaused(line.reason);
      case 'stage':
        return w.startThis(w.stage(line.stage).toLowerCase());
      case 'stageEnd':
        return w.endThis(w.stage(line.stage).toLowerCase());
      case 'item':
        return w.startThis(`${line.item} ${line.label}`);
      case 'itemEnd':
        return w.endThis(`${line.item} ${line.label}`);
      default:
        return line satisfies never;
    }
  };
};

export const RunLog = ({ file, run }: { readonly file: File; readonly run: Run }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const textOf = useLineText();
  const [amending, setAmending] = useState<Seen | null>(null);
  const lines = logOf(run);
  const may =
    asOf === undefined &&
    (file.phase === 'running' || file.phase === 'reviewing') &&
    file.review === null &&
    mayObserve(file);
  return (
    <section aria-labelledby="log-title">
      <Title order={2} className="section-title" id="log-title">
        {w.log}
      </Title>
      {may && <Observe file={file} run={run} />}
      {lines.length === 0 ? (
        <p className="quiet">{w.logEmpty}</p>
      ) : (
        <ol className="run-log">
          {lines.map((line) => (
            <li key={line.key} data-kind={line.kind}>
              <span className="figures">
                {timeText(line.at)}
                <span className="quiet"> {shortDate(dayOf(line.at))}</span>
              </span>
              <div>
                {line.kind === 'seen' ? (
                  <SeenLine seen={line.seen} run={run} onAmend={may ? () => setAmending(line.seen) : undefined} />
                ) : (
                  textOf(line)
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {amending && <Amend file={file} run={run} seen={amending} onClose={() => setAmending(null)} />}
    </section>
  );
};
