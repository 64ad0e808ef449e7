/** Which act on which paper is open; the same dialogs serve boards and papers. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { File } from '../tabs.ts';
import type { Slot } from './slots.ts';

export type PaperAct = 'enter' | 'amend' | 'revoke' | 'classify';
export type OpenPaperAct = (act: PaperAct, slot: Slot) => void;
interface Opened {
  readonly act: PaperAct;
  readonly slot: Slot;
}

const Enter = lazy(() => import('./enter-paper.tsx').then(({ EnterPaper }) => ({ default: EnterPaper })));
const Amend = lazy(() => import('./amend-paper.tsx').then(({ AmendPaper }) => ({ default: AmendPaper })));
const Revoke = lazy(() => import('./revoke-paper.tsx').then(({ RevokePaper }) => ({ default: RevokePaper })));
const Classify = lazy(() => import('./classify.tsx').then(({ Classify }) => ({ default: Classify })));
const DIALOGS = { enter: Enter, amend: Amend, revoke: Revoke, classify: Classify } as const;

export interface PaperDialog {
  readonly file: File;
  readonly slot: Slot;
  readonly onClose: () => void;
}

export const usePaperDialogs = () => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open: OpenPaperAct = (act, slot) => setOpened({ act, slot });
  return { opened, open, close: () => setOpened(null) };
};

export const PaperDialogs = ({
  file,
  opened,
  close,
}: {
  readonly file: File;
  readonly opened: Opened | null;
  readonly close: () => void;
}): ReactNode => {
  if (!opened) return null;
  const Dialog = DIALOGS[opened.act];
  return (
    <Suspense>
      <Dialog file={file} slot={opened.slot} onClose={close} />
    </Suspense>
  );
};
