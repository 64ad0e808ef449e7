/** Run by `bytes.test.ts` in a process of its own: writes one paper and prints the digests of both forms. */
import { createHash } from 'node:crypto';
import { writeDocx } from '../../documents/docx/write.ts';
import { writePdf } from '../../documents/pdf/write.ts';
import { examplePaper } from './paper.ts';

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const paper = examplePaper();
console.log(digest(await writeDocx(paper)), digest(await writePdf(paper)));
