import { tamper } from './ledger'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

const those = `WHERE $2::uuid IS NULL OR "userId" = $2`

/** Somebody's consent, or everybody's, is one to this version of the notice: what no application may say of it later. */
export const consentedTo = (world: World, noticeVersion: number, userId: string | null = null) =>
  tamper(world.ownerUrl, `UPDATE "Consent" SET "noticeVersion" = $1 ${those}`, [noticeVersion, userId])

/** Their consent ends and nothing else is erased, as no application can do it: for what must hold even then. */
export const onlyWithdrawn = (world: World, userId: string | null = null) =>
  tamper(world.ownerUrl, `UPDATE "Consent" SET "withdrawnAt" = $1 ${those}`, [world.clock.now, userId])
