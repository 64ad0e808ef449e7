/** Content items as they are typed: one a line, `ND01; A2; CC; 07:30-09:00`. Pure. */
import { instantAt, readTime } from '../../../parts/time.ts';

export interface ItemDraft {
  readonly item: string;
  readonly label: string;
  readonly part: 'mechanism' | 'live';
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
}

const CODE = /^[A-Z0-9][A-Za-z0-9.-]{0,11}$/;
const PARTS: Readonly<Record<string, ItemDraft['part']>> = { CC: 'mechanism', TB: 'live' };

/** Times are of `day`. The first line that is not understood is given back instead. */
export const readItems = (typed: string, day: string): readonly ItemDraft[] | { readonly wrong: string } => {
  const items: ItemDraft[] = [];
  for (const line of typed.split('\n').filter((each) => each.trim() !== '')) {
    const [code = '', label = '', part = 'CC', times] = line.split(';').map((each) => each.trim());
    const kind = PARTS[part.toUpperCase()];
    const [from, until] = times ? times.split(/[-–]/).map(readTime) : [];
    const hasTimes = times !== undefined && times !== '';
    if (!CODE.test(code) || label === '' || label.length > 60 || !kind || (hasTimes && (!from || !until)))
      return { wrong: line.trim() };
    items.push({
      ...{ item: code, label, part: kind },
      ...(from && until ? { plannedStart: instantAt(day, from), plannedEnd: instantAt(day, until) } : {}),
    });
  }
  return items;
};
