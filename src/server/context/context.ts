import 'server-only'
import type { AppointmentMode } from '@/domain/appointments'
import type { Reach } from '@/domain/demo'
import type { WantedRates } from '@/domain/face/site-thresholds'
import type { KioskMode } from '@/domain/kiosks'
import type { Role } from '@/domain/roles'
import type { Scopes } from '@/domain/scopes'
import type { PrismaClient } from '../db/generated/client'
import type { ChangeVia } from '../db/generated/enums'
import type { FaceEngine, RecogniserId } from '../face/face-engine'
import type { LiveBus } from '../live/bus'

/** The signed-in person, as the database knows them at this moment. */
export interface Actor {
  id: string
  name: string
  email: string
  roles: Role[]
  /** What their sign-in counts by: raised to end every sign-in at once. */
  sessionVersion: number
}

/** What the cookie of a browser names. Whether it counts is asked of the database. */
export interface SignInClaims {
  userId: string
  signInId: string
}

/** A kiosk at the door of a class, as the database knows it at this moment. */
export interface KioskActor {
  id: string
  placeId: string
  name: string
  speaks: boolean
  mode: KioskMode
  /** The language it writes and speaks; null follows its browser. */
  locale: string | null
}

interface MailMessage {
  to: string
  subject: string
  /** Plain text: read everywhere, and nothing in it is fetched. */
  text: string
}

/** Sends a mail; rejects where the mail server does not take it. */
export type SendMail = (message: MailMessage) => Promise<void>

/** What every service is given: nothing reaches for a clock, a database or an engine by itself. */
export interface ServiceContext {
  db: PrismaClient
  clock: () => Date
  live: LiveBus
  faceEngine: () => Promise<FaceEngine>
  /** Which recogniser is in use; null when the engine cannot start. Never rejects. */
  recogniser: () => Promise<RecogniserId | null>
  /** Sends mail; null where none goes out from here. */
  mail: SendMail | null
  settings: ServiceSettings
  /** Through what the ledger says that something was changed. */
  via: ChangeVia
  /** The network address the request came from, for limits. */
  address: string
  /** Names the browser for limits, the same for every account in it; null where nobody signed in with a password yet. */
  device: string | null
  actor: Actor | null
  /** By which sign-in of their browser the person asks; null for programs, and for nobody. */
  signInId: string | null
  /** What the cookie of the browser names, whether or not that counts any more; null without one, and for programs. */
  named: () => Promise<SignInClaims | null>
  /** What of the person's rights may be used: all of them, or the scopes of the token that they are asked with. */
  scopes: Scopes
  /** The kiosk that asks; null for everybody else. */
  kiosk: KioskActor | null
}

/** The context of a procedure that needs a signed-in person. */
export interface ActorContext extends ServiceContext {
  actor: Actor
}

/** The context of a procedure for kiosks. */
export interface KioskContext extends ServiceContext {
  kiosk: KioskActor
}

export interface ServiceSettings {
  /** 32 bytes: seals everything biometric. */
  faceKey: Buffer
  /** 32 bytes: signs what the server gives out to be brought back within a minute. */
  ticketKey: Buffer
  /** 32 bytes: seals the ledger. */
  ledgerKey: Buffer
  /** Where its last block is noted outside the database. */
  ledgerFile: string
  /** Where it is noted outside the database what was erased. */
  erasureFile: string
  keepEnrolmentPhotos: boolean
  evidenceDays: number
  /** Who runs this installation, as far as they have said so. */
  operator: { name: string | null; email: string | null }
  /** The rates of false matches that the thresholds are to keep. */
  wantedRates: WantedRates
  /** How somebody comes to teach or to employ. */
  appointment: AppointmentMode
  /** The address that people type; null where nobody has said it. */
  publicUrl: string | null
  /** Who can reach this server. */
  reach: Reach
}
