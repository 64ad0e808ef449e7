/** Free text and papers as people type them: trimmed, NFC, bounded, and storable (no control character, no lone surrogate). */
import { z } from 'zod';
import { LocalDate } from './time.ts';

/** Whether the store can keep the text: whole Unicode, no control character but line break and tab. */
export const storable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text);

/** One to `max` characters after trimming; Vietnamese typed by Telex or pasted compares equal after NFC. */
export const text = (max: number) =>
  z
    .string()
    .refine(storable, { message: 'control characters or broken Unicode' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));

export const Reason = text(500).meta({ description: 'Why; kept in the history for ever' });

/** How a paper is set: Party documents by Guidance 36-HD/VPTW (2018), those of state bodies by Decree 30/2020/NĐ-CP. */
export const PaperForm = z.enum(['party36', 'decree30']).meta({ id: 'PaperForm' });
export type PaperForm = z.infer<typeof PaperForm>;

/** A numbered paper as an office cites it (Decree 30/2020/NĐ-CP): number, day of issue, issuer, post of the signer. */
export const Paper = z
  .strictObject({
    number: text(60).meta({ example: '12-NQ/ĐUQS' }),
    date: LocalDate,
    issuer: text(120).meta({ example: 'Đảng ủy Quân sự thành phố' }),
    signerPost: text(80).optional().meta({ description: 'Post of the signer, never a name', example: 'Bí thư' }),
    form: PaperForm.optional().meta({ description: 'Default: the form of its kind' }),
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

/** A post of a board or a played role of the frame, and how many hold it; persons are not named. */
export const Seat = z.strictObject({ post: text(120), count: z.int().min(1).max(500) }).meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;
