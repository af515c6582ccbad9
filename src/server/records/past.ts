import 'server-only'
import type { PayCycle } from '@/domain/pay-periods'
import { type Keeping, type Kept, keepingOf, keptFrom, keptFromAmong, yearsBefore } from '@/domain/records'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'

/** What is past its years at a workplace. */
export interface Past {
  keeping: Keeping
  kept: Kept
  timeZone: string
  /** What was worked before this day may be erased. */
  before: string
  /** What is dated before this day is past its years. */
  over: string
}

interface Row {
  from: Date
  to: Date
  late: boolean
}

/** The periods of which something stands; late where money, a correction or payroll is of a time that is kept. */
function standing(db: Database, workplaceId: string, over: { day: Date; at: Date }) {
  return db.$queryRaw<Row[]>`
    SELECT p."from", p."to",
      EXISTS (SELECT FROM "Payment" y WHERE y."periodId" = p.id AND y."paidOn" >= ${over.day}::date)
      OR EXISTS (SELECT FROM "PaymentLine" l JOIN "Payment" y ON y.id = l."paymentId"
        WHERE l."ofPeriodId" = p.id AND y."paidOn" >= ${over.day}::date)
      OR EXISTS (SELECT FROM "PayrollExport" x WHERE x."periodId" = p.id AND x."createdAt" >= ${over.at}) AS late
    FROM "PayPeriod" p WHERE p."workplaceId" = ${workplaceId}::uuid ORDER BY p."from"`
}

/** From which day on the records of a workplace must stay at this moment. */
export async function pastOf(db: Database, workplaceId: string, now: Date): Promise<Past> {
  const { country, payCycle, firstPeriod, place, ruleSets } = await db.workplace.findUniqueOrThrow({
    where: { id: workplaceId },
    select: {
      ...{ country: true, payCycle: true, firstPeriod: true },
      place: { select: { timeZone: true } },
      ruleSets: { where: { supersededAt: null }, select: { preset: true } },
    },
  })
  const { timeZone } = place
  const keeping = keepingOf(
    country,
    ruleSets.flatMap(({ preset }) => preset ?? []),
  )
  const cycle: PayCycle = payCycle
  const kept = { years: keeping.years, cycle, first: dayText(firstPeriod) }
  const today = dayOf(now, timeZone)
  const over = yearsBefore(today, kept.years)
  const periods = await standing(db, workplaceId, { day: dayDate(over), at: startOfDay(over, timeZone) })
  const days = periods.map(({ from, to, late }) => ({ from: dayText(from), to: dayText(to), late }))
  const before = keptFromAmong(keptFrom(today, kept), days, kept)
  return { keeping, kept, timeZone, over, before }
}

/** Each kind of record that lies before a day. */
export function wherePast(workplaceId: string, { before, timeZone }: Pick<Past, 'before' | 'timeZone'>) {
  const [day, at] = [dayDate(before), startOfDay(before, timeZone)]
  const employment = { workplaceId }
  return {
    entries: { workplaceId, startedAt: { lt: at }, endedAt: { lte: at } },
    payments: { employment, period: { to: { lt: day } } },
    exports: { period: { workplaceId, to: { lt: day } } },
    timesheets: { employment, period: { to: { lt: day } } },
    extras: { employment, day: { lt: day } },
    corrections: { employment, timeEntryId: null, createdAt: { lt: at } },
    /** Once the above are gone: who had left by then, and of whom nothing is left. */
    employments: {
      ...{ workplaceId, endedOn: { lt: day } },
      ...{ entries: { none: {} }, payments: { none: {} }, extras: { none: {} } },
    },
  } satisfies {
    entries: Prisma.TimeEntryWhereInput
    payments: Prisma.PaymentWhereInput
    exports: Prisma.PayrollExportWhereInput
    timesheets: Prisma.TimesheetWhereInput
    extras: Prisma.ExtraWhereInput
    corrections: Prisma.CorrectionWhereInput
    employments: Prisma.EmploymentWhereInput
  }
}
