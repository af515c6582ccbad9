import { signUpSchema } from './account-schema'
import { z } from './zod'

/** Making the first administrator, by the link that the start printed. */
export const firstAdminSchema = signUpSchema.omit({ role: true }).extend({ link: z.string().max(100) })

/** The link alone, to ask whether it can be used. */
export const firstAdminLinkSchema = firstAdminSchema.pick({ link: true })

/** What is typed for it. */
export const firstAdminForm = firstAdminSchema.omit({ link: true })
export type FirstAdminInput = z.infer<typeof firstAdminSchema>
