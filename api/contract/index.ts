/** What the API answers, as schemas: the page, the tests and `/openapi.json` share them. */
export * from './common.ts';
export * from './drills.ts';
export * from './exercises.ts';
export * from './organisation.ts';
export * from './papers.ts';
export * from './planning.ts';
export * from './preparation.ts';
export * from './records.ts';
export * from './reference.ts';
export * from './reviews.ts';
export * from './rosters.ts';
export * from './waiting.ts';
