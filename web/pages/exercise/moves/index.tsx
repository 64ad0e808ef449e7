/** Dialogs of the acts over a whole file. */
import type { ReactNode } from 'react';
import type { HeadActCode } from '../head-acts.tsx';
import type { File } from '../tabs.ts';
import { AdoptTemplate } from './adopt-template.tsx';
import { WhatIf } from './what-if.tsx';

export const Moves = ({
  file,
  act,
  onClose,
}: {
  readonly file: File;
  readonly act: HeadActCode;
  readonly onClose: () => void;
}): ReactNode =>
  act === 'mau' ? <AdoptTemplate file={file} onClose={onClose} /> : <WhatIf file={file} act={act} onClose={onClose} />;
