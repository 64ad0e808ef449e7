/** Signing in, one's own account, and the administration of accounts: what is sent and answered. */
import { z } from 'zod';
import { BodyId, OrgUnitId, PersonRef, Post } from '../../domain/people.ts';
import { storable, text } from '../../domain/text.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, RealInstant, Words } from './common.ts';

const Secret = z.string().min(1).max(512).refine(storable, { message: 'characters that cannot be stored' });
const PASSWORD_EXAMPLE = 'một câu dài dễ nhớ';

export const SignInBody = z
  .strictObject({ username: z.string().min(1).max(100).meta({ example: 'tham-muu' }), password: Secret })
  .meta({ id: 'SignIn', examples: [{ username: 'tham-muu', password: PASSWORD_EXAMPLE }] });

export const SignInDone = z
  .object({ secondFactor: z.boolean().meta({ description: 'True: the session begins with the second step only' }) })
  .meta({ id: 'SignInDone', examples: [{ secondFactor: false }] });

export const CodeBody = z
  .strictObject({ code: z.string().trim().min(6).max(20) })
  .meta({ id: 'CodeBody', examples: [{ code: '012345' }] });

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export const Ended = z.object({ ended: z.int() }).meta({ id: 'SessionsEnded', examples: [{ ended: 2 }] });

export const CentralSignIn = z.object({ url: z.url() }).meta({ id: 'CentralSignIn' });

export const SignInOffer = z
  .object({
    central: z.boolean().meta({ description: 'A central sign-in (OIDC) is offered too' }),
    sample: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'SignInOffer', description: 'What the sign-in page needs before anybody is known' });

export const USER_GROUPS = ['staff', 'department', 'leadership', 'admin'] as const;

export const DutyShown = z
  .object({
    body: BodyId,
    name: Words,
    unit: OrgUnitId,
    unitName: Words,
    post: Post,
    group: z.enum(USER_GROUPS),
    actingFor: z.boolean().meta({ description: 'Held for another within a window' }),
    until: LocalDate.nullable().meta({ description: 'Last day that is certain; null: no end decided' }),
  })
  .meta({ id: 'Duty' });

export const Me = z
  .object({
    user: z.object({
      id: z.string(),
      userName: z.string(),
      name: z.string(),
      person: PersonRef.nullable(),
      mustChangePassword: z.boolean(),
      twoFactor: z.boolean(),
    }),
    acting: DutyShown.nullable().meta({ description: 'The duty that commands of this session are sent under' }),
    duties: list(DutyShown).meta({ description: 'In force today' }),
    isAdmin: z.boolean(),
    group: z
      .enum(USER_GROUPS)
      .nullable()
      .meta({ description: 'Which home to show; null: no duty today, no administrator' }),
    csrf: z.string().meta({ description: 'Every write of this session carries it as X-CSRF-Token' }),
    now: Instant.meta({ description: 'Business time' }),
    today: LocalDate,
    authority: Words.nullable().meta({ description: 'Name of the locality acted for' }),
    sample: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'Me' });

export const Colleagues = z
  .object({ colleagues: list(z.object({ person: PersonRef, name: z.string(), post: Post })) })
  .meta({ id: 'Colleagues' });

export const ActingBody = z
  .strictObject({ body: BodyId })
  .meta({ id: 'ActingBody', examples: [{ body: 'tam-ky.SA' }] });

export const PasswordChange = z
  .strictObject({ current: Secret, next: Secret })
  .meta({ id: 'PasswordChange', examples: [{ current: 'abcd-efgh-jkmn-pqrs', next: PASSWORD_EXAMPLE }] });

export const PasswordAgain = z
  .strictObject({ password: Secret })
  .meta({ id: 'PasswordAgain', examples: [{ password: PASSWORD_EXAMPLE }] });

export const CsrfRenewed = z
  .object({ csrf: z.string() })
  .meta({ id: 'CsrfRenewed', description: 'The session was renewed, and its token with it' });

export const TotpEnrolment = z
  .object({
    url: z.string().meta({ description: 'otpauth address for an authenticator' }),
    secret: z.string().meta({ description: 'The same secret to be typed' }),
    backupCodes: list(z.string()).meta({ description: 'Each works once in place of a code; shown here only' }),
  })
  .meta({ id: 'TotpEnrolment' });

export const Sessions = z
  .object({
    sessions: list(
      z
        .object({
          id: z.string(),
          isThis: z.boolean(),
          since: RealInstant,
          lastSeenAt: RealInstant,
          address: z.string(),
          browser: z.string(),
        })
        .meta({ id: 'Session' }),
    ).meta({ description: 'The latest used first' }),
  })
  .meta({ id: 'Sessions' });

const RecordedDuty = z
  .strictObject({
    body: BodyId,
    post: Post.default('member').meta({
      description: 'Head counts only where the organisation records nobody; whom it records is head without it',
    }),
    from: LocalDate,
    to: LocalDate.nullable().default(null).meta({ description: 'Last day' }),
    acting: z.boolean().default(false).meta({ description: 'Held for another' }),
  })
  .meta({ id: 'RecordedDuty' });
const Duties = list(RecordedDuty);

export const UserName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  .meta({ example: 'nguyen-van-an' });
const Details = {
  name: text(120).meta({ example: 'Đồng chí An' }),
  person: PersonRef.nullable().default(null).meta({ description: 'Null: administers only' }),
  isAdmin: z.boolean().default(false),
} as const;
const DUTY_EXAMPLE = { body: 'tam-ky.SA', post: 'member', from: '2022-01-01', to: null, acting: false };

export const UserCreation = z
  .strictObject({ userName: UserName, ...Details, duties: z.array(RecordedDuty).max(40).default([]) })
  .meta({
    id: 'UserCreation',
    examples: [{ userName: 'an', name: 'Đồng chí An', person: 'nv-07', isAdmin: false, duties: [DUTY_EXAMPLE] }],
  });

export const UserDetails = z
  .strictObject(Details)
  .meta({ id: 'UserDetails', examples: [{ name: 'Đồng chí An', person: 'nv-07', isAdmin: false }] });

export const UserDuties = z
  .strictObject({ duties: z.array(RecordedDuty).max(40) })
  .meta({ id: 'UserDuties', examples: [{ duties: [DUTY_EXAMPLE] }] });

export const PasswordReset = z
  .strictObject({ withSecondFactor: z.boolean().default(false) })
  .meta({ id: 'PasswordReset', examples: [{ withSecondFactor: false }] });

export const UserShown = z
  .object({
    id: z.string(),
    userName: z.string(),
    name: z.string(),
    person: PersonRef.nullable(),
    isAdmin: z.boolean(),
    isActive: z.boolean(),
    mustChangePassword: z.boolean(),
    twoFactor: z.boolean(),
    createdAt: RealInstant,
    lastSignInAt: RealInstant.nullable(),
    duties: Duties,
  })
  .meta({ id: 'User' });

export const Users = z
  .object({ users: list(UserShown), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'Users' });

export const OneTimePassword = z
  .object({ id: z.string(), password: z.string() })
  .meta({ id: 'OneTimePassword', description: 'To be handed over in person; it is told here and nowhere else' });
