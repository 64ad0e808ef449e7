/** A paper with its own heading, where a form asks for more than the paper. */
import { Fieldset, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { type PaperDraft, PaperFields } from '../../parts/paper-fields.tsx';

export const PaperSet = ({
  legend,
  paper,
  onChange,
  path = 'paper',
  after,
}: {
  readonly legend: string;
  readonly paper: PaperDraft;
  readonly onChange: (paper: PaperDraft) => void;
  /** Where it stands in the command. */
  readonly path?: string;
  readonly after?: ReactNode;
}): ReactNode => (
  <Fieldset legend={legend}>
    <Stack gap="md">
      <PaperFields paper={paper} onChange={onChange} withForm={false} path={path} />
      {after}
    </Stack>
  </Fieldset>
);
