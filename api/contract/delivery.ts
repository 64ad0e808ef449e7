/** How messages leave the house, as the administrator sees and sets it. */
import { z } from 'zod';
import { BodySetting, Channel, NoticeKind, Wording } from '../../domain/delivery/index.ts';
import { BodyId, Post } from '../../domain/people.ts';
import { Instant } from '../../domain/time.ts';
import { list, RealInstant, Words } from './common.ts';
import { NoticeId } from './inbox.ts';

const OutgoingId = z.string().max(180).meta({ example: 'exercise/tam-ky-2022/41/0/mail' });

export const DeliveryStanding = z
  .object({
    channels: list(
      z.object({
        channel: Channel,
        where: z.string(),
        waiting: z.int(),
        sent: z.int(),
        dead: z.int(),
        silent: z.int(),
      }),
    ),
    inboxOnly: z.boolean(),
    allowed: list(z.string()).meta({ description: 'host:port of webhooks, by the settings of the installation' }),
    oldestWaiting: z.object({ at: Instant, reason: z.string().nullable() }).nullable(),
    withoutAddress: list(z.object({ body: BodyId, name: Words, count: z.int() })).meta({
      description: 'Bodies to which something was to go out and no address is known',
    }),
    dead: list(
      z
        .object({
          id: OutgoingId,
          notice: NoticeId,
          channel: Channel,
          kind: NoticeKind,
          body: BodyId,
          bodyName: Words,
          exercise: z.string(),
          subject: z.string(),
          at: Instant,
          diedAt: Instant.nullable(),
          attempts: z.int(),
          reason: z.string().nullable(),
        })
        .meta({ id: 'DeadMessage' }),
    ).meta({ description: 'Latest first, at most 200' }),
  })
  .meta({ id: 'DeliveryStanding' });

export const MessageTrail = z
  .object({
    id: OutgoingId,
    steps: list(
      z
        .object({ type: z.string(), at: Instant, recordedAt: RealInstant, detail: z.record(z.string(), z.unknown()) })
        .meta({ id: 'TrailStep' }),
    ).meta({ description: 'In order; never changed' }),
  })
  .meta({ id: 'MessageTrail' });

export const Resend = z
  .strictObject({ id: OutgoingId })
  .meta({ id: 'Resend', examples: [{ id: 'exercise/tam-ky-2022/41/0/mail' }] });

export const TestMessage = z
  .strictObject({ channel: Channel, address: z.string().min(1).max(500) })
  .meta({ id: 'TestMessage', examples: [{ channel: 'mail', address: 'quantri@tamky.example' }] });
export const TestSent = z.object({ sent: z.literal(true), said: z.string() }).meta({ id: 'TestSent' });

export const AddressShown = z
  .object({ id: z.string(), body: BodyId, name: Words, channel: Channel, post: Post.nullable(), address: z.string() })
  .meta({ id: 'DeliveryAddress' });
export const Addresses = z
  .object({
    addresses: list(AddressShown),
    settings: list(z.object({ body: BodyId, name: Words, setting: BodySetting })),
    usual: BodySetting,
  })
  .meta({ id: 'DeliveryAddresses' });

export const NewAddress = z
  .strictObject({
    body: BodyId,
    channel: Channel,
    post: Post.nullable().default(null).meta({ description: 'Null: what is told to the head and to members' }),
    address: z.string().min(1).max(500),
  })
  .meta({
    id: 'NewAddress',
    examples: [{ body: 'tam-ky.POL', channel: 'mail', post: null, address: 'congan@tamky.example' }],
  });
export const AddressAdded = z.object({ id: z.string() }).meta({ id: 'AddressAdded' });
export const AddressNamed = z
  .strictObject({ id: z.string().min(1).max(60) })
  .meta({ id: 'AddressNamed', examples: [{ id: '0197a3a4-5b6c-7d8e-9f00-112233445501' }] });

export const NewSetting = z
  .strictObject({ body: BodyId, setting: BodySetting })
  .meta({ id: 'NewSetting', examples: [{ body: 'tam-ky.POL', setting: { digestAt: '07:15', onlyDigest: true } }] });

export const Wordings = z
  .object({
    placeholders: list(z.object({ name: z.string(), meaning: Words })),
    wordings: list(
      z
        .object({
          kind: NoticeKind,
          kindName: Words,
          version: z.int().meta({ description: '0: the usual one' }),
          subject: z.string(),
          text: z.string(),
          at: Instant.nullable(),
        })
        .meta({ id: 'WordingShown' }),
    ),
  })
  .meta({ id: 'Wordings' });

const EXAMPLE = {
  kind: 'reminder',
  subject: '[Sẵn Sàng] Nhắc việc {viec}: {con_lai}',
  text: 'Kính gửi {don_vi},\n\n{cau}\n\n{vi_sao}\n\n{lien_ket}',
};
export const WordingPreview = Wording.unwrap()
  .extend({ kind: NoticeKind })
  .meta({ id: 'WordingPreview', examples: [EXAMPLE] });
export const NewWording = Wording.unwrap()
  .extend({ kind: NoticeKind, after: z.int().min(0).max(999_999).meta({ description: 'The version it follows' }) })
  .meta({ id: 'NewWording', examples: [{ ...EXAMPLE, after: 0 }] });
export const WordingShownAs = z
  .object({ subject: z.string(), text: z.string() })
  .meta({ id: 'WordingFilled', description: 'Filled with an example' });
export const WordingWritten = z.object({ version: z.int() }).meta({ id: 'WordingWritten' });
