/** Every query by its address. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addPlannerRoutes } from '../planner/routes.ts';
import { addAgendaReads } from './agenda.ts';
import { addAuditReads } from './audit.ts';
import { addBoardReads } from './board.ts';
import { addBodyReads } from './bodies.ts';
import { addDeskReads } from './desk.ts';
import { addDocuments } from './documents.ts';
import { addDrillReads } from './drills.ts';
import { addExerciseReads } from './exercises.ts';
import { addOrganisationReads } from './organisation.ts';
import { addPreparationReads } from './preparation.ts';
import { addProgrammeReads } from './programmes.ts';
import { addRecordReads } from './records.ts';

import { addReferenceReads } from './reference.ts';
import { addRollOutReads } from './rollouts.ts';

export { commandConfig, PATHS } from './paths.ts';

export const addReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addExerciseReads(app, deps);
  addPreparationReads(app, deps);
  addProgrammeReads(app, deps);
  addRecordReads(app, deps);
  addDrillReads(app, deps);
  addDocuments(app, deps);
  addBodyReads(app, deps);
  addBoardReads(app, deps);
  addDeskReads(app, deps);
  addAgendaReads(app, deps);
  addOrganisationReads(app, deps);
  addReferenceReads(app, deps);
  addAuditReads(app, deps);
  addRollOutReads(app, deps);
  addPlannerRoutes(app, deps);
};
