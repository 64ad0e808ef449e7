/** Reads an OpenAPI document on stdin and writes its types to stdout. A package of its own: the library needs TypeScript 5. */
import { text } from 'node:stream/consumers';
import openapiTS, { astToString } from 'openapi-typescript';

process.stdout.write(astToString(await openapiTS(JSON.parse(await text(process.stdin)), { immutable: true })));
