/** The register of an office: kinds of papers, their numbers, and the stream that keeps them apart. */
export {
  DocumentKind,
  DocumentOf,
  EXERCISE_DOCUMENT_KINDS,
  type ExerciseDocumentKind,
  type ExerciseRule,
  exerciseRule,
  type KindRule,
  kindRule,
} from './kinds.ts';
export { NumberSymbol, readNumber, writtenNumber } from './number.ts';
export { programmeIssue } from './programme-issue.ts';
export { type Entry, type NumberedPaper, numberOf, type RegisterState, registerId, registerOf } from './state.ts';
export { RegisterCommand, type RegisterEvent, register } from './stream.ts';
