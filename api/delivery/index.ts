/** Messages: the inbox, who was told, one's own wishes, and the administrator's part. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addAddresses } from './addresses.ts';
import { addInbox } from './inbox.ts';
import { addOutbox } from './outbox.ts';
import { addTold } from './told.ts';
import { addWordings } from './wordings.ts';

export const addDelivery = (app: FastifyInstance, deps: ApiDeps): void => {
  addInbox(app, deps);
  addTold(app, deps);
  addOutbox(app, deps);
  addAddresses(app, deps);
  addWordings(app, deps);
};
