/** Papers of exercises and programmes: what can be made, each as data, and written as DOCX or PDF. */
export { line } from './model/limits.ts';
export type { PaperDocument } from './model/paper.ts';
export { issuerOf } from './papers/frame.ts';
export {
  buildPaper,
  choicesOf,
  type Issued,
  type Missing,
  type Offer,
  offers,
  onFile,
  type Sources,
} from './papers/index.ts';
export { type ProgrammeSources, programmeIssuer, programmeReviews } from './papers/programme.ts';
export { programmeReview } from './papers/programme-review.ts';
export { Refused } from './refused.ts';
export { Busy, createRenderer, FORMATS, type Format, type Renderer } from './render/renderer.ts';
