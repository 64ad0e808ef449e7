/** Papers drawn up from events: what can be made, and each as DOCX or PDF; the register of numbers. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { buildPaper, createRenderer, onFile, type Renderer } from '../../documents/index.ts';
import { DocumentOf, EXERCISE_DOCUMENT_KINDS, exerciseRule } from '../../domain/register/index.ts';
import { EntityId } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { documentList, givenNumber, issuedBy, sourcesAt } from '../queries/documents.ts';
import { numberRegister } from '../queries/number-register.ts';
import { programmeDocuments, programmePaper } from '../queries/programme-documents.ts';
import { addRead } from '../route.ts';
import { addDownload, type Drawn, PaperParams, PaperQuery } from './paper-download.ts';

const OneId = z.object({ id: EntityId });
const Params = PaperParams.extend({ kind: z.enum(EXERCISE_DOCUMENT_KINDS) });
const Query = PaperQuery.extend({ of: DocumentOf.optional() });
const ReviewQuery = PaperQuery.extend({ of: DocumentOf.meta({ description: 'The review', example: 'midTerm' }) });
type Asked = z.output<typeof Params> & z.output<typeof Query>;

/** The paper as data. A numbered one is the version that was numbered; any other version of it is a draft. */
const exercisePaper = async (deps: ApiDeps, { id, kind, of: which, version }: Asked): Promise<Drawn> => {
  const of = which ?? null;
  const { source } = exerciseRule(kind);
  const newest = await sourcesAt(deps, id, source, version ?? null);
  const given = newest && (await givenNumber(deps, newest.sources, kind, of));
  const wanted = version ?? given?.paper?.atVersion ?? null;
  const at =
    newest && wanted !== null && wanted !== newest.version ? await sourcesAt(deps, id, source, wanted) : newest;
  if (!at) throw new Problem('document-missing');
  const issued = given?.paper?.atVersion === at.version ? issuedBy(given) : null;
  const paper = buildPaper(at.sources, kind, of, issued ?? onFile(at.sources, kind, of));
  if (paper === 'unknown') throw new Problem('not-found');
  if (paper === 'secret') throw new Problem('document-secret');
  if (typeof paper === 'string') throw new Problem('document-missing');
  return { paper, version: at.version, name: `${kind}${of ? `-${of}` : ''}-${id}` };
};

const addPapers = (app: FastifyInstance, deps: ApiDeps, renderer: Renderer): void => {
  addDownload(app, renderer, {
    url: '/api/v1/exercises/:id/documents/:kind.:format',
    policy: 'documents.read',
    summary: 'A paper drawn up from events, as of a version: the same version gives the same bytes',
    params: Params,
    query: Query,
    draw: (asked) => exercisePaper(deps, asked),
  });
  addDownload(app, renderer, {
    url: '/api/v1/programmes/:id/documents/programme-review.:format',
    policy: 'programme.documents',
    summary: 'The report of a review, as of a version: a draft before the meeting, then from the frozen figures',
    params: PaperParams,
    query: ReviewQuery,
    draw: (asked) => programmePaper(deps, asked),
  });
};

export const addDocuments = (app: FastifyInstance, deps: ApiDeps): void => {
  const renderer = createRenderer();
  app.addHook('onClose', () => renderer.close());
  addRead(app, {
    url: '/api/v1/exercises/:id/documents',
    policy: 'documents.read',
    tag: 'documents',
    summary: 'Papers that can be drawn up from the events of an exercise, with the numbers that they bear',
    params: OneId,
    query: NoQuery,
    answer: contract.DocumentList,
    read: ({ id }) => documentList(deps, id),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id/documents',
    policy: 'programme.documents',
    tag: 'documents',
    summary: 'Review reports that can be drawn up from the events of a programme, with the numbers that they bear',
    params: OneId,
    query: NoQuery,
    answer: contract.DocumentList,
    read: ({ id }) => programmeDocuments(deps, id),
  });
  addPapers(app, deps, renderer);
  addRead(app, {
    url: '/api/v1/registers/:id',
    policy: 'register.read',
    tag: 'registers',
    summary: 'The register of one office for one year: every number given or imported, and the next of each series',
    params: OneId,
    query: NoQuery,
    answer: contract.NumberRegister,
    read: ({ id }, _, request) => numberRegister(deps, id, askerOf(request), request),
  });
};
