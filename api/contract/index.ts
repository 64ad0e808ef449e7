/** What the API answers, as schemas: the page, the tests and `/openapi.json` share them. */
export * from './common.ts';
export * from './exercises.ts';
export * from './records.ts';
export * from './reference.ts';
