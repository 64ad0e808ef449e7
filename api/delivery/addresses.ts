/** `/api/v1/delivery/addresses`: where bodies are reached, and when they want to be left alone. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addAddress, addresses, removeAddress, settings, writeSetting } from '../../db/delivery/settings.ts';
import { targetOf } from '../../delivery/index.ts';
import { type Channel, MailAddress, USUAL_SETTING, WebhookAddress } from '../../domain/delivery/index.ts';
import { dayOf } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { bodyNamed } from '../queries/inbox/texts.ts';
import { organisationNow } from '../queries/names.ts';
import { addRead } from '../route.ts';
import { addPost, DONE } from './post.ts';

const tag = 'delivery';
const policy = 'admin';

/** Throws `address-invalid`, or `webhook-not-allowed` for a target that the installation does not list. */
export const checkedAddress = ({ delivery }: Pick<ApiDeps, 'delivery'>, channel: Channel, address: string): string => {
  const checked = (channel === 'mail' ? MailAddress : WebhookAddress).safeParse(address);
  if (!checked.success) throw new Problem('address-invalid', { channel });
  if (channel === 'mail') return checked.data;
  const target = targetOf(new URL(checked.data));
  if (!delivery?.allowed.includes(target)) throw new Problem('webhook-not-allowed', { target });
  return checked.data;
};

const listed = async (deps: ApiDeps): Promise<z.output<typeof contract.Addresses>> => {
  const [all, set, org] = await Promise.all([addresses(deps.db), settings(deps.db), organisationNow(deps)]);
  const today = dayOf(deps.clock());
  return {
    addresses: all.map((each) => ({ ...each, name: bodyNamed(org, today, each.body) })),
    settings: [...set]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([body, setting]) => ({ body, name: bodyNamed(org, today, body), setting })),
    usual: USUAL_SETTING,
  };
};

export const addAddresses = (app: FastifyInstance, deps: ApiDeps): void => {
  const { db } = deps;
  addRead(app, {
    ...{
      url: '/api/v1/delivery/addresses',
      tag,
      policy,
      params: z.object({}),
      query: NoQuery,
      answer: contract.Addresses,
    },
    summary: 'Addresses of bodies, and how each wants to be reached',
    read: () => listed(deps),
  });
  addPost(app, {
    ...{ url: '/api/v1/delivery/addresses', tag, policy, body: contract.NewAddress, answer: contract.AddressAdded },
    summary: 'Adds an address of a body; the same one twice is kept once',
    act: async ({ body, channel, post, address }, request) => {
      const checked = checkedAddress(deps, channel, address);
      const known = await addresses(db, body);
      if (channel === 'webhook' && known.some((each) => each.channel === channel && each.address !== checked))
        throw new Problem('webhook-taken', { body });
      const id = await addAddress(db, { body, channel, post, address: checked });
      audit(request, { kind: 'admin-act', code: 'address-added', details: { body, channel } });
      return { id };
    },
  });
  addPost(app, {
    ...{ url: '/api/v1/delivery/addresses/remove', tag, policy, body: contract.AddressNamed, answer: contract.Done },
    summary: 'Removes an address',
    act: async ({ id }, request) => {
      if (!(await removeAddress(db, id))) throw new Problem('not-found');
      audit(request, { kind: 'admin-act', code: 'address-removed', details: { of: id } });
      return DONE;
    },
  });
  addPost(app, {
    ...{ url: '/api/v1/delivery/settings', tag, policy, body: contract.NewSetting, answer: contract.Done },
    summary: 'Quiet hours and days, the hour of the paper of the day, and whether a body wants that paper alone',
    act: async ({ body, setting }, request) => {
      await writeSetting(db, body, setting);
      audit(request, { kind: 'admin-act', code: 'delivery-setting', details: { body } });
      return DONE;
    },
  });
};
