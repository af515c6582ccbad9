import 'server-only'
import { resolve } from 'node:path'
import { z } from 'zod'
import { appointmentModes } from '../domain/appointments'
import type { Reach } from '../domain/demo'
import type { WantedRates } from '../domain/face/site-thresholds'
import { inPlainEnglish } from '../domain/plain-errors'

const secret = (bytes: number) =>
  z.string().refine((value) => Buffer.from(value, 'base64').length === bytes, {
    message: `must be ${bytes} bytes in base64`,
  })

const postgresAddress = z.url({
  protocol: /^postgres(ql)?$/,
  message: 'must be an address like postgresql://user:password@host:5432/name',
})

const folder = z
  .string()
  .min(1)
  .transform((path) => resolve(path))

const rate = z.coerce.number().min(1e-7).max(0.05)

/**
 * Every variable that Clockface reads, each with the sentence that docs/configuration.md shows for it.
 * An empty value counts as none.
 */
export const variables = z.object({
  DATABASE_URL: postgresAddress
    .optional()
    .describe(
      'PostgreSQL to use (15 or newer), by the role of the application. Without it Clockface runs a PostgreSQL of its own.',
    ),
  DATABASE_OWNER_URL: postgresAddress
    .optional()
    .describe(
      'The same database by the role that owns its tables, which starts use for migrations and servers never get: the role of DATABASE_URL then needs to own nothing, and is made where there is none. Without it the role of DATABASE_URL does both, and the start says so.',
    ),
  DATA_DIR: folder
    .prefault('.data')
    .describe(
      'Folder for everything this installation keeps: its own database, its secrets, its first password.',
    ),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port that the server listens on.'),
  HOST: z
    .string()
    .optional()
    .describe(
      'Address that the server listens on. Without it 127.0.0.1, which keeps it to this machine, unless DATA_DIR was begun by an earlier version, which listened on all, and TRUST_PROXY is not set; 0.0.0.0 lets others reach it.',
    ),
  DEMO: z
    .stringbool()
    .optional()
    .describe(
      'Set to true for a demo that everybody who reaches this server may enter, as an administrator too: only on a server that holds nothing else. Set to false for none. Without it the first start makes a demo where only this machine can reach the server: HOST is 127.0.0.1, and neither PUBLIC_URL, TRUST_PROXY nor DATABASE_URL is set.',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, message: 'must be an address like https://attendance.example.org' })
    .optional()
    .describe(
      'Address that people type. With https:// here, cookies are marked secure. Cameras work only over https or on localhost.',
    ),
  TRUST_PROXY: z
    .stringbool()
    .default(false)
    .describe(
      'Set to true behind a reverse proxy: the address of a person is then the last entry of X-Forwarded-For, which anybody could forge otherwise. Only for one proxy: behind two, everybody would share the address of the outer one, and its limits.',
    ),
  OPERATOR_NAME: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Who runs this installation and answers for the data in it, such as the name of the school: shown on the pages about privacy and contact.',
    ),
  CONTACT_EMAIL: z
    .email('must be an address like office@example.org')
    .optional()
    .describe('Where people can write to whoever runs this installation; shown on the contact page.'),
  APPOINTMENT: z
    .enum(appointmentModes)
    .default('approval')
    .describe(
      'How somebody comes to teach or to employ: `approval` by an administrator of what they ask for, `invitation` by an administrator alone, or `open`: whoever says so.',
    ),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message: 'must be an address like smtp://user:password@mail.example.org:587',
    })
    .optional()
    .describe(
      'Mail server that mails go out by: new passwords, addresses to confirm, invitations. Needs PUBLIC_URL, for the links in them. Without it administrators hand out links themselves.',
    ),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^\r\n]*$/, 'must be one line')
    .optional()
    .describe(
      'Who mails are from, such as `Clockface <clockface@example.org>`. Without it CONTACT_EMAIL, or noreply at the host of PUBLIC_URL.',
    ),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Secret that signs people in. Made up at the first start and kept in DATA_DIR/secrets.json. Every process on one database needs the same.',
    ),
  FACE_KEY: secret(32)
    .optional()
    .describe(
      'Key that encrypts photos, templates and evidence and seals the ledger: 32 bytes in base64. Made up at the first start and kept in DATA_DIR/secrets.json. Without it they cannot be read again, so keep a copy. Every process on one database needs the same: its fingerprint is kept there, and a start with another key is refused.',
    ),
  FACE_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Threads that recognise faces. Without it, one for each core.'),
  MODELS_DIR: folder.prefault('.models').describe('Folder of the converted models.'),
  RECOGNISER: folder
    .refine((path) => path.endsWith('.onnx'), 'must be the path of an .onnx file')
    .optional()
    .describe(
      'ONNX file of a recogniser of your own, with its description beside it (docs/models.md). Without it, the recogniser that comes with Clockface.',
    ),
  MODEL_MIRROR: z
    .string()
    .optional()
    .describe(
      'Folder or address to take the publishers’ model files from instead of the internet, for machines that cannot reach it.',
    ),
  KEEP_ENROLMENT_PHOTOS: z
    .stringbool()
    .default(true)
    .describe(
      'Set to false to keep no enrolment photos at all, only templates. A new recogniser then means that everybody enrols again.',
    ),
  EVIDENCE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .describe('Days that the snapshot of a face check is kept.'),
  CLOCK_IN_FMR: rate
    .default(1e-4)
    .describe(
      'How rarely somebody who is enrolled here may pass for another at clock-in: 0.0001 is one in 10,000. Rarer means that the right people are asked to try again more often.',
    ),
  CLOCK_IN_OUTSIDER_FMR: rate
    .default(1e-3)
    .describe(
      'The same for somebody who is not enrolled here, and would also need the other’s account or the kiosk.',
    ),
  FACE_SIGN_IN_FMR: rate
    .default(1e-5)
    .describe('How rarely somebody who is enrolled here may sign in by face as another.'),
  FACE_SIGN_IN_OUTSIDER_FMR: rate
    .default(1e-4)
    .describe(
      'The same for somebody who is not enrolled here, and would also need a browser that knows the account.',
    ),
  ROLL_CALL_FMR: rate
    .default(1e-5)
    .describe(
      'How rarely the face of somebody who is enrolled here may be taken for a student in a group photo without anybody’s look.',
    ),
  ROLL_CALL_OUTSIDER_FMR: rate.default(1e-4).describe('The same for somebody who is not enrolled here.'),
  KIOSK_FPIR: rate
    .default(1e-3)
    .describe(
      'How rarely a kiosk at the door may greet somebody who is not enrolled here with a name, in all looks at strangers.',
    ),
  PSEUDO_LOCALES: z
    .stringbool()
    .default(false)
    .describe(
      'Set to true to offer the made-up languages en-XA and ar-XB, by which missing translations are found.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged. Pictures, templates and scores never are.'),
})

const running = variables.required({ DATABASE_URL: true, NEXTAUTH_SECRET: true, FACE_KEY: true })

export type Variables = z.output<typeof variables>
export type Env = z.output<typeof running>

/** One line that names every variable that is wrong, and how. */
export class EnvError extends Error {
  constructor(error: z.ZodError) {
    super(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    this.name = 'EnvError'
  }
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(filled, inPlainEnglish)
  if (!result.success) throw new EnvError(result.error)
  return result.data
}

/** Links in mails need to say where they lead. */
function requireAddress<Set extends Pick<Variables, 'SMTP_URL' | 'PUBLIC_URL'>>(set: Set): Set {
  if (!set.SMTP_URL || set.PUBLIC_URL) return set
  const message = 'needs PUBLIC_URL beside it, for the links in what is sent'
  throw new EnvError(new z.ZodError([{ code: 'custom', path: ['SMTP_URL'], message, input: undefined }]))
}

/** A variable that is no more, and what it said, must not be passed over without a word. */
function refuseGone(source: Readonly<Record<string, string | undefined>>): void {
  if (!source.OPEN_ROLES) return
  const message = 'is gone: set APPOINTMENT=open where it was true, APPOINTMENT=invitation where it was false'
  throw new EnvError(new z.ZodError([{ code: 'custom', path: ['OPEN_ROLES'], message, input: undefined }]))
}

/** What a person has set, before start adds what it makes itself: database and secrets. */
export function readVariables(source: Readonly<Record<string, string | undefined>> = process.env): Variables {
  refuseGone(source)
  return requireAddress(read(variables, source))
}

/** The rates of false matches that thresholds are to keep. */
export function wantedRates(
  set: Pick<
    Variables,
    | 'CLOCK_IN_FMR'
    | 'CLOCK_IN_OUTSIDER_FMR'
    | 'FACE_SIGN_IN_FMR'
    | 'FACE_SIGN_IN_OUTSIDER_FMR'
    | 'ROLL_CALL_FMR'
    | 'ROLL_CALL_OUTSIDER_FMR'
    | 'KIOSK_FPIR'
  >,
): WantedRates {
  return {
    verify: { member: set.CLOCK_IN_FMR, outsider: set.CLOCK_IN_OUTSIDER_FMR },
    signIn: { member: set.FACE_SIGN_IN_FMR, outsider: set.FACE_SIGN_IN_OUTSIDER_FMR },
    sure: { member: set.ROLL_CALL_FMR, outsider: set.ROLL_CALL_OUTSIDER_FMR },
    fpir: set.KIOSK_FPIR,
  }
}

/** Who can reach this server. */
export function reachOf({ HOST, TRUST_PROXY, PUBLIC_URL, DEMO }: Variables): Reach {
  return { HOST, TRUST_PROXY, PUBLIC_URL, DEMO }
}

let current: Env | undefined

/** The environment of the running server. Read on first use: a build has neither database nor secrets. */
export function env(): Env {
  current ??= requireAddress(read(running, process.env))
  return current
}

/** How much to log: known before anything else is checked, so that what is wrong with the rest can be said. */
export function logLevel(): Env['LOG_LEVEL'] {
  return variables.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined)
}
