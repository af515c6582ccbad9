import 'server-only'
import { z } from 'zod'
import { livenessPolicies } from '@/domain/classes'
import { exceptionSettingSchema } from '@/domain/exceptions-schema'
import { presetIds } from '@/domain/pay/presets'
import { payCycles } from '@/domain/pay-periods'
import { storedRulesSchema } from '@/domain/rule-sets-schema'
import { weekdays } from '@/domain/weeks'
import { outsideSitesPolicies } from '@/domain/workplaces'
import { placeNameOutput } from '../trpc/outputs'

const workplace = placeNameOutput.extend({
  country: z.string(),
  currency: z.string(),
  archivedAt: z.date().nullable(),
})

export const ledOutput = z.array(workplace.extend({ people: z.int(), assists: z.boolean() }))

export const workplaceOutput = workplace.extend({
  weekStart: z.enum(weekdays),
  payCycle: z.enum(payCycles),
  firstPeriod: z.iso.date(),
  longestShiftMinutes: z.int(),
  faceClocking: z.boolean(),
  outsideSites: z.enum(outsideSitesPolicies),
  liveness: z.enum(livenessPolicies),
  joinCode: z.string().nullable(),
  owns: z.boolean(),
  /** What whoever asks may do here. */
  may: z.object({ mayApprove: z.boolean(), seesWages: z.boolean(), mayPay: z.boolean() }),
  kinds: z.array(z.object({ id: z.uuid(), name: z.string() })),
  sites: z.array(
    z.object({
      ...{ id: z.uuid(), name: z.string() },
      ...{ latitude: z.number(), longitude: z.number(), radius: z.int() },
    }),
  ),
  holidays: z.array(z.object({ day: z.iso.date(), name: z.string() })),
  /** The latest first; of those that have begun, the first holds. */
  rules: z.array(z.object({ from: z.iso.date(), preset: z.string().nullable(), begun: z.boolean() })),
  exceptions: z.array(exceptionSettingSchema),
  steps: z.object({ people: z.int(), invited: z.int(), kiosk: z.boolean(), clockedIn: z.boolean() }),
})

/** Versions of the rules, the latest day first; of those that have begun, the first holds. */
export const rulesOutput = z.object({
  workplace: placeNameOutput.extend({ currency: z.string(), weekStart: z.enum(weekdays) }),
  mayChange: z.boolean(),
  today: z.iso.date(),
  versions: z.array(
    z.object({
      ...{ id: z.uuid(), from: z.iso.date(), begun: z.boolean() },
      /** What they were made from. */
      preset: z.enum(presetIds),
      rules: storedRulesSchema,
      /** Why, where they correct what was. */
      reason: z.string().nullable(),
    }),
  ),
})

export const joinCodeOutput = z.object({ joinCode: z.string().nullable() })
