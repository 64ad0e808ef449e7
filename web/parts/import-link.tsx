/** Leads to importing a table of one kind. */
import { IconTableImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../client/http.ts';
import { useWords, words } from '../words/language.tsx';
import { ButtonLink } from './button-link.tsx';

const said = words({ import: ['Nhập từ bảng tính', 'Import from a spreadsheet'] });

export const ImportLink = ({
  kind,
  drill,
  programme,
}: {
  readonly kind: Schemas['ImportKindName'];
  /** Id of the drill, where the kind asks for one. */
  readonly drill?: string;
  /** Id of the programme, likewise. */
  readonly programme?: string;
}): ReactNode => {
  const w = useWords(said);
  const view = {
    loai: kind,
    ...(drill === undefined ? {} : { dt: drill }),
    ...(programme === undefined ? {} : { ct: programme }),
  };
  return (
    <ButtonLink
      to="/nhap"
      search={view as never} // the root's search: short strings
      variant="default"
      className="no-print"
      leftSection={<IconTableImport aria-hidden size={18} />}
    >
      {w.import}
    </ButtonLink>
  );
};
