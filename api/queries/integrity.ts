/** Whether the history of one file is still what was written, computed anew from its content. */
import type { z } from 'zod';
import { type StreamFault, verifyStream } from '../../db/verify.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, type StreamKind, streamId } from '../../domain/streams.ts';
import type { Integrity, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { words } from '../words.ts';
import { type Moment, UNKNOWN } from './sources.ts';

const FAULTS: Readonly<Record<StreamFault, Words>> = {
  content: words('Nội dung và mã băm không khớp.', 'Content and hash do not agree.'),
  link: words('Mã băm nối với sự kiện trước không khớp.', 'The link to the event before it does not agree.'),
  gap: words('Thiếu một sự kiện.', 'An event is missing.'),
  cut: words('Thiếu sự kiện ở cuối hồ sơ.', 'Events are missing at the end of the file.'),
};

/** Throws `…-unknown`. */
export const integrityOf = async (
  { db }: Pick<ApiDeps, 'db'>,
  kind: StreamKind,
  id: EntityId,
  moment: Moment,
): Promise<z.output<typeof Integrity>> => {
  const { firstBad, ...report } = await verifyStream(db, streamId(kind, id));
  if (report.events === 0 && !firstBad) throw new Rejection(UNKNOWN[kind], { id });
  return {
    id,
    ...moment,
    ...report,
    firstBad: firstBad
      ? { version: firstBad.version, position: firstBad.position, reason: FAULTS[firstBad.fault] }
      : null,
  };
};
