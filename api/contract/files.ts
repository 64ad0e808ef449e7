/** Evidence files: what is answered when one is sent, and what is told of those that are there. */
import { z } from 'zod';
import { EvidenceFile } from '../../domain/exercise/index.ts';
import { BodyId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';
import { list, Words } from './common.ts';

const { id: fileId, ...content } = EvidenceFile.shape;

export const FILE_SCANS = ['clean', 'notScanned'] as const;
const scan = {
  scan: z.enum(FILE_SCANS).meta({ description: '`notScanned`: this installation has no virus scanner' }),
  scanLabel: Words,
};

export const FileForm = z.object({
  task: z.string().meta({ description: 'Code of the task that it proves; give it before the file', example: 'C18' }),
  file: z.string().meta({ format: 'binary', description: 'PDF, PNG, JPEG, DOCX, XLSX, ODT or ODS' }),
});

export const FileSent = z
  .object({ fileId, ...content, ...scan })
  .meta({ id: 'FileSent', description: 'Send it along as `evidence.files[] {id: fileId, sha256, size, name, type}`' });
export type FileSent = z.infer<typeof FileSent>;

export const FileList = z
  .object({
    id: EntityId,
    mostBytes: z.int().meta({ description: 'Largest file that is taken; 0: this installation takes none' }),
    files: list(
      z
        .object({ fileId, ...content, ...scan, task: z.string(), body: BodyId, at: Instant, handedIn: z.boolean() })
        .meta({ id: 'FileListed', description: '`handedIn`: proof of a task names it; else only who sent it sees it' }),
    ).meta({ description: 'In the order in which they were sent' }),
  })
  .meta({ id: 'FileList' });
