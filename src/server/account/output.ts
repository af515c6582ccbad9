import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/roles-schema'
import { signedOutReasons } from '@/domain/sign-ins'
import { SignInWay } from '../db/generated/enums'

/** The account as its owner sees it. */
export const accountOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
})

/** The browsers that count as the person's. */
export const devicesOutput = z.array(
  z.object({
    id: z.uuid(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    lastUsedAt: z.date(),
    current: z.boolean(),
  }),
)

/** Where the person is signed in. */
export const signInsOutput = z.array(
  z.object({
    id: z.uuid(),
    way: z.enum(SignInWay),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    createdAt: z.date(),
    lastUsedAt: z.date(),
    current: z.boolean(),
  }),
)

/** Null where it cannot be said. */
export const whySignedOutOutput = z.strictObject({ why: z.enum(signedOutReasons).nullable() })

export const roleOutput = z.object({
  /** Whether an administrator has to say first that they may be what they chose. */
  roleWaits: z.boolean(),
})

export const signedUpOutput = roleOutput.extend({ id: z.uuid() })

/** Null where no mail goes out, so that no address can be confirmed. */
export const addressOutput = z.strictObject({ confirmed: z.boolean().nullable() })

/** Whether a mail has to be answered first; else the address counts already. */
export const newEmailOutput = z.strictObject({ mailed: z.boolean() })
