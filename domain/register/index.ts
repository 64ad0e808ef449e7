/** The register of an office: kinds of papers, their numbers, and the stream that keeps them apart. */
export { DOCUMENT_KINDS, DocumentKind, DocumentOf, type KindRule, kindRule } from './kinds.ts';
export { NumberSymbol, readNumber, writtenNumber } from './number.ts';
export { type Entry, type NumberedPaper, numberOf, type RegisterState, registerId, registerOf } from './state.ts';
export { RegisterCommand, type RegisterEvent, register } from './stream.ts';
