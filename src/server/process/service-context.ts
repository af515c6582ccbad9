import 'server-only'
import { hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import type { ServiceContext } from '../context/context'
import { prisma } from '../db/prisma'
import { env, reachOf, wantedRates } from '../env'
import { ERASURE_FILE } from '../erasure/list'
import { configuredRecogniser, faceEngine } from '../face/face-engine'
import { ledgerKeyOf } from '../ledger/hashes'
import { createLiveBus, type LiveBus } from '../live/bus'
import { configuredMail } from '../mail/transport'

const shared = globalThis as typeof globalThis & { clockfaceLiveBus?: LiveBus }

/** The services of this process, without a person: for requests to build on, and for jobs. */
export function serviceContext(): ServiceContext {
  const {
    DATABASE_URL,
    DATA_DIR,
    FACE_KEY,
    FACE_WORKERS,
    MODELS_DIR,
    KEEP_ENROLMENT_PHOTOS,
    EVIDENCE_DAYS,
    NEXTAUTH_SECRET,
    OPERATOR_NAME,
    CONTACT_EMAIL,
    APPOINTMENT,
    PUBLIC_URL,
  } = env()
  const faceKey = Buffer.from(FACE_KEY, 'base64')
  shared.clockfaceLiveBus ??= createLiveBus(DATABASE_URL)
  return {
    db: prisma,
    clock: () => new Date(),
    live: shared.clockfaceLiveBus,
    faceEngine: () => faceEngine({ workers: FACE_WORKERS, modelsDir: MODELS_DIR }),
    recogniser: () => configuredRecogniser(),
    mail: configuredMail(),
    settings: {
      faceKey,
      // A key of its own, so that what it signs can never pass for something else that the secret signs.
      ticketKey: Buffer.from(hkdfSync('sha256', NEXTAUTH_SECRET, '', 'clockface tickets', 32)),
      ledgerKey: ledgerKeyOf(faceKey),
      ledgerFile: join(DATA_DIR, 'ledger.json'),
      erasureFile: join(DATA_DIR, ERASURE_FILE),
      keepEnrolmentPhotos: KEEP_ENROLMENT_PHOTOS,
      evidenceDays: EVIDENCE_DAYS,
      operator: { name: OPERATOR_NAME ?? null, email: CONTACT_EMAIL ?? null },
      wantedRates: wantedRates(env()),
      appointment: APPOINTMENT,
      publicUrl: PUBLIC_URL ?? null,
      reach: reachOf(env()),
    },
    via: 'JOB',
    address: 'local',
    device: null,
    actor: null,
    signInId: null,
    named: async () => null,
    scopes: 'all',
    kiosk: null,
  }
}
