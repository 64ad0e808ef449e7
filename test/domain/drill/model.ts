/** The roll call as a clerk with a pencil keeps it: one line an order, every figure counted anew from the lines. */
export interface Line {
  readonly unit: string;
  readonly kind: string;
  readonly role: 'establishment' | 'spare' | 'walkIn';
  delivered: boolean;
  refused: boolean;
  status: 'present' | 'excused' | 'unexcused' | null;
  fit: boolean;
  handed: boolean;
  released: boolean;
  /** The one who stands in this place, and the place this one stands in. */
  by: string | null;
  for: string | null;
}
export interface Book {
  readonly lines: Map<string, Line>;
  /** Check-in id → what it said the first time, and of which order. */
  readonly entries: Map<string, { readonly said: string; readonly order: string }>;
}

export type Act =
  | {
      readonly do: 'issue';
      readonly orders: readonly string[];
      readonly unit: string;
      readonly kind: string;
      readonly spare: boolean;
    }
  | { readonly do: 'deliver' | 'refuse' | 'handOver' | 'reverse' | 'release'; readonly orders: readonly string[] }
  | { readonly do: 'checkIn'; readonly entries: readonly Entry[] }
  | { readonly do: 'correct'; readonly id: string; readonly status: 'present' | 'excused' | 'unexcused' }
  | { readonly do: 'substitute'; readonly absent: string; readonly spare: string }
  | { readonly do: 'inspect'; readonly order: string; readonly fit: boolean };
export interface Entry {
  readonly id: string;
  readonly order: string;
  readonly status: 'present' | 'excused' | 'unexcused';
  readonly walkIn: boolean;
}

export const emptyBook = (): Book => ({ lines: new Map(), entries: new Map() });

const blank = (unit: string, kind: string, role: Line['role']): Line => ({
  unit,
  kind,
  role,
  delivered: false,
  refused: false,
  status: null,
  fit: false,
  handed: false,
  released: false,
  by: null,
  for: null,
});

/** Who is counted in a place: the stand-in who is there, unless the one called is there too and handed over. */
export const inPlace = (book: Book, id: string): string => {
  const place = book.lines.get(id);
  const standIn = place?.by ? book.lines.get(place.by) : undefined;
  if (!place?.by || standIn?.status !== 'present') return id;
  return place.status === 'present' && place.handed ? id : place.by;
};

const fills = (book: Book, id: string): boolean => {
  const line = book.lines.get(id);
  if (!line) return false;
  if (line.role === 'establishment') return inPlace(book, id) === id;
  return line.for !== null && inPlace(book, line.for) === id;
};

const all = (book: Book, orders: readonly string[], holds: (line: Line, id: string) => boolean): boolean =>
  orders.every((id) => {
    const line = book.lines.get(id);
    return line !== undefined && holds(line, id);
  });

/** Whether the clerk accepts it; accepted, it stands in the book, else nothing changed. */
export const enter = (book: Book, act: Act): boolean => {
  const line = (id: string): Line => book.lines.get(id) as Line; // asked for after `all` found it
  switch (act.do) {
    case 'issue':
      if (new Set(act.orders).size < act.orders.length || act.orders.some((id) => book.lines.has(id))) return false;
      for (const id of act.orders) book.lines.set(id, blank(act.unit, act.kind, act.spare ? 'spare' : 'establishment'));
      return true;
    case 'deliver':
      if (!all(book, act.orders, () => true)) return false;
      for (const id of act.orders) Object.assign(line(id), { delivered: true, refused: false });
      return true;
    case 'refuse':
      if (!all(book, act.orders, ({ delivered }) => !delivered)) return false;
      for (const id of act.orders) line(id).refused = true;
      return true;
    case 'handOver':
      if (!all(book, act.orders, ({ status, handed }, id) => status === 'present' && !handed && fills(book, id)))
        return false;
      for (const id of act.orders) line(id).handed = true;
      return true;
    case 'reverse':
      if (!all(book, act.orders, ({ handed }) => handed)) return false;
      for (const id of act.orders) line(id).handed = false;
      return true;
    case 'release':
      if (!all(book, act.orders, ({ status, released }) => status === 'present' && !released)) return false;
      for (const id of act.orders) line(id).released = true;
      return true;
    case 'checkIn':
      return rollCall(book, act.entries);
    case 'correct': {
      const known = book.entries.get(act.id);
      if (!known || (act.status !== 'present' && line(known.order).handed)) return false;
      Object.assign(line(known.order), { status: act.status });
      if (act.status !== 'present') Object.assign(line(known.order), { fit: false, released: false });
      return true;
    }
    case 'substitute': {
      const [place, spare] = [book.lines.get(act.absent), book.lines.get(act.spare)];
      if (place?.role !== 'establishment' || place.status === 'present') return false;
      if ((!place.status && !place.refused) || inPlace(book, act.absent) !== act.absent) return false;
      if (!spare || spare.role === 'establishment' || spare.status !== 'present') return false;
      if (spare.for || spare.released || spare.kind !== place.kind) return false;
      if (place.by) line(place.by).for = null;
      place.by = act.spare;
      spare.for = act.absent;
      return true;
    }
    case 'inspect':
      if (!all(book, [act.order], ({ kind, status }) => kind === 'vehicle' && status === 'present')) return false;
      line(act.order).fit = act.fit;
      return true;
    default:
      return act satisfies never;
  }
};

const rollCall = (book: Book, entries: readonly Entry[]): boolean => {
  const fresh: Entry[] = [];
  for (const entry of entries) {
    const said = JSON.stringify([entry.order, entry.status, entry.walkIn]);
    const before = book.entries.get(entry.id)?.said ?? fresh.filter(({ id }) => id === entry.id).map(saidBy)[0];
    if (before === said) continue;
    if (before !== undefined) return false;
    const line = book.lines.get(entry.order);
    if (line?.status || fresh.some(({ order }) => order === entry.order)) return false;
    if (entry.walkIn === (line !== undefined)) return false;
    fresh.push(entry);
  }
  for (const entry of fresh) {
    if (entry.walkIn) book.lines.set(entry.order, blank('tan-thanh', 'reservist', 'walkIn'));
    Object.assign(book.lines.get(entry.order) as Line, { status: entry.status }); // just found or made
    book.entries.set(entry.id, { said: saidBy(entry), order: entry.order });
  }
  return true;
};
const saidBy = ({ order, status, walkIn }: Entry): string => JSON.stringify([order, status, walkIn]);

/** The figures of one unit and kind, counted from the lines; null where it has none. */
export const figuresOf = (book: Book, unit: string, kind: string) => {
  const lines = [...book.lines].filter(([, line]) => line.unit === unit && line.kind === kind);
  if (lines.length === 0) return null;
  const places = lines
    .filter(([, { role }]) => role === 'establishment')
    .map(([id, place]) => ({ place, holder: book.lines.get(inPlace(book, id)) as Line })); // a line of the book
  const here = places.filter(({ holder }) => holder.status === 'present');
  const count = (holds: (line: Line) => boolean, of = lines): number => of.filter(([, line]) => holds(line)).length;
  return {
    ordered: places.length,
    delivered: places.filter(({ place }) => place.delivered).length,
    refused: places.filter(({ place }) => place.refused).length,
    present: here.length,
    excused: places.filter(({ holder }) => holder.status === 'excused').length,
    absentUnexcused: places.filter(({ holder }) => holder.status === 'unexcused').length,
    handedOver: here.filter(({ holder }) => holder.handed).length,
    released: here.filter(({ holder }) => holder.released).length,
    technicallyFit: here.filter(({ holder }) => holder.fit).length,
    reserve: {
      spareOrdered: count(({ role }) => role === 'spare'),
      spareDelivered: count(({ role, delivered }) => role === 'spare' && delivered),
      sparePresent: count(({ role, status }) => role === 'spare' && status === 'present'),
      spareUsed: count((line) => line.role === 'spare' && line.status === 'present' && line.for !== null),
      walkIns: count(({ role, status }) => role === 'walkIn' && status === 'present'),
      walkInsUsed: count((line) => line.role === 'walkIn' && line.status === 'present' && line.for !== null),
    },
  };
};
