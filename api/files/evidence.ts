/** Before a command that names files travels: they are there, they belong to it, and they are what the sender says. */
import { z } from 'zod';
import { findFile, type ListedFile, noteUse } from '../../db/files.ts';
import { EvidenceFile } from '../../domain/exercise/index.ts';
import { entityOf, kindOf } from '../../domain/streams.ts';
import type { Envelope } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { within } from '../route.ts';
import { fileService, reaching } from './service.ts';

const Naming = z.object({
  type: z.enum(['SubmitTask', 'ReviseEvidence']),
  task: z.string(),
  evidence: z.object({ files: z.array(EvidenceFile).min(1) }),
});

/** Of the body that acts, or already in the proof of the same task: a successor goes on with what was handed in before. */
const belongs = (found: ListedFile | null, task: string, body: string): found is ListedFile =>
  found !== null && found.task === task && (found.body === body || found.named);

/** As much of an envelope as says which files it names, and for whom. */
type Sent = Pick<Envelope, 'stream' | 'command' | 'by'>;

/** Null for a command that names no file. */
const namingOf = ({ stream, command }: Sent): z.output<typeof Naming> | null =>
  kindOf(stream) === 'exercise' ? (Naming.safeParse(command).data ?? null) : null;

const check = async (
  deps: ApiDeps,
  { stream, by }: Sent,
  { task, evidence }: z.output<typeof Naming>,
): Promise<void> => {
  const { storage } = fileService(deps);
  for (const file of evidence.files) {
    const found = await findFile(deps.db, entityOf(stream), file.id);
    if (!belongs(found, task, by.body)) throw new Problem('file-unknown', { name: file.name });
    const same = (['sha256', 'size', 'name', 'type'] as const).every((key) => found[key] === file[key]);
    if (!same) throw new Problem('file-differs', { name: file.name });
    if ((await reaching(storage.stat(file.sha256)))?.size !== file.size)
      throw new Problem('file-unknown', { name: file.name });
  }
};

/**
 * Throws `file-unknown` for a file that is not there, belongs to another task, exercise or body; `file-differs` where the
 * sender's words about it are not what was found when it came. Commands that name no file pass. Writes nothing.
 */
export const checkEvidenceFiles = async (deps: ApiDeps, sent: Sent): Promise<void> => {
  const naming = namingOf(sent);
  if (naming) await within(check(deps, sent, naming), 'store-unavailable');
};

/** The same for a command about to travel; noted first, so that no file goes while it is looked at or under way. */
export const claimEvidenceFiles = async (deps: ApiDeps, sent: Sent): Promise<void> => {
  const ids = namingOf(sent)?.evidence.files.map(({ id }) => id);
  if (ids) await within(noteUse(deps.db, ids), 'store-unavailable');
  await checkEvidenceFiles(deps, sent);
};
