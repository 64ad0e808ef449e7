/** What most parts of the page ask: how they read (as of the day shown), and whether acts are offered at all. */
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { type ActName, mayAct } from './rights.ts';
import type { File } from './tabs.ts';

/** Query part of a read: the day shown, or nothing for now. */
export const useMomentQuery = (): { readonly asOf?: string } => {
  const asOf = useAsOf();
  return asOf === undefined ? {} : { asOf };
};

/** Whether an act is offered; none is while a past day is shown. */
export const useMay = (file: File): ((act: ActName) => boolean) => {
  const { acting } = useMe();
  const asOf = useAsOf();
  return (act) => asOf === undefined && mayAct(act, file, acting);
};
