/** What is told to whom, when it may go out, and in what words. */
export * from './address.ts';
export * from './kinds.ts';
export * from './notices.ts';
export * from './quiet.ts';
export * from './sentences.ts';
export * from './template.ts';
