import type { ServiceContext } from '../../src/server/context/context'
import { reachOf, readVariables, wantedRates } from '../../src/server/env'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { ledgerKeyOf } from '../../src/server/ledger/hashes'

interface Tool extends Pick<ServiceContext, 'db' | 'live' | 'clock'> {
  faceKey: string
  engine: FaceEngine | null
}

/** What services are given by a program that is no server: they work, and nobody is signed in. */
export function toolContext({ faceKey, engine, ...services }: Tool): ServiceContext {
  const variables = readVariables()
  const key = Buffer.from(faceKey, 'base64')
  return {
    ...services,
    faceEngine: async () => engine ?? Promise.reject(new Error('There is no face engine')),
    recogniser: async () => engine?.recogniser ?? null,
    mail: null,
    settings: {
      faceKey: key,
      ticketKey: Buffer.alloc(32),
      ledgerKey: ledgerKeyOf(key),
      ledgerFile: '',
      erasureFile: '',
      keepEnrolmentPhotos: variables.KEEP_ENROLMENT_PHOTOS,
      evidenceDays: variables.EVIDENCE_DAYS,
      wantedRates: wantedRates(variables),
      appointment: variables.APPOINTMENT,
      publicUrl: variables.PUBLIC_URL ?? null,
      reach: reachOf(variables),
      operator: { name: variables.OPERATOR_NAME ?? null, email: variables.CONTACT_EMAIL ?? null },
    },
    via: 'JOB',
    address: 'local',
    device: null,
    actor: null,
    signInId: null,
    named: async () => null,
    kiosk: null,
    scopes: 'all',
  }
}
