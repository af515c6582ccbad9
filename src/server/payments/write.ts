import 'server-only'
import type { Stretch } from '@/domain/payments'
import type { Database } from '../db/prisma'

/** A line as it is kept; days are texts, money is in minor units. */
export interface NewLine {
  timeEntryId: string | null
  day: string
  kind: string
  name: string | null
  minutes: number
  rateMinor: number | null
  factor: string | null
  amountMinor: number
  ofPeriodId: string | null
}

interface OfPayment {
  paymentId: string
}

/** Writes the lines of payments in one statement: those of 500 people are tens of thousands. */
export async function writeLines(
  tx: Database,
  lines: ReadonlyArray<NewLine & OfPayment & { position: number }>,
) {
  await tx.$executeRaw`
    INSERT INTO "PaymentLine" ("paymentId", position, "timeEntryId", day, kind, name, minutes, "rateMinor", factor,
      "amountMinor", "ofPeriodId")
    SELECT "paymentId", position, "timeEntryId", day, kind, name, minutes, "rateMinor", factor,
      "amountMinor", "ofPeriodId"
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line ("paymentId" uuid, position int,
      "timeEntryId" uuid, day date, kind text, name text, minutes int, "rateMinor" bigint, factor text,
      "amountMinor" bigint, "ofPeriodId" uuid)`
}

/** Writes which stretches of time were paid, likewise. */
export async function writeStretches(
  tx: Database,
  stretches: ReadonlyArray<Stretch & OfPayment & { employmentId: string }>,
) {
  await tx.$executeRaw`
    INSERT INTO "PaidStretch" (id, "paymentId", "employmentId", "timeEntryId", "startedAt", "endedAt")
    SELECT gen_random_uuid(), "paymentId", "employmentId", "timeEntryId", "startedAt", "endedAt"
    FROM jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) AS stretch ("paymentId" uuid,
      "employmentId" uuid, "timeEntryId" uuid, "startedAt" timestamptz, "endedAt" timestamptz)`
}
