import 'server-only'
import { AppError } from '@/domain/errors'
import { daysOfMonth } from '@/domain/months'
import { startOfDay } from '@/domain/zoned-time'
import type { Prisma } from '../db/generated/client'
import type { CorrectionState } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { memberName, nameOf } from '../places/member-name'
import type { RecordData, RecordedEntry } from './record-pdf'

/** Corrections that have changed an entry. */
const changed: CorrectionState[] = ['GRANTED', 'APPLIED', 'AGREED', 'DISPUTED', 'SETTLED']

export const recordedFields = {
  ...{ startedAt: true, endedAt: true, flag: true, inMethod: true, outMethod: true },
  breaks: { orderBy: { startedAt: 'asc' }, select: { startedAt: true, endedAt: true } },
  corrections: { where: { state: { in: changed } }, select: { id: true }, take: 1 },
} satisfies Prisma.TimeEntrySelect

type Row = Prisma.TimeEntryGetPayload<{ select: typeof recordedFields }>

/** An entry as a record of hours tells it. */
export function recordedEntry({ flag, corrections, inMethod, outMethod, ...times }: Row): RecordedEntry {
  const methods: (string | null)[] = [inMethod, outMethod]
  const corrected = corrections.length > 0 || methods.includes('CORRECTION')
  const marked = corrected ? 'CORRECTED' : methods.includes('HAND') ? 'HAND' : null
  return { ...times, remark: flag ? 'FORGOTTEN' : marked }
}

/** What began in a month, by the clock of the place. */
export function ofMonth(month: string, timeZone: string): Prisma.TimeEntryWhereInput {
  const { from, to } = daysOfMonth(month)
  return {
    removedAt: null,
    startedAt: { gte: startOfDay(from, timeZone), lt: startOfDay(to, timeZone, 1) },
  }
}

/** The hours of an employment in a month; nothing where the employment is not to be seen. */
export async function recordedMonth(
  db: Database,
  month: string,
  where: Prisma.EmploymentWhereInput,
): Promise<Omit<RecordData, 'reader' | 'madeAt'>> {
  const employment = await db.employment.findFirst({
    where,
    select: {
      ...{ id: true, jobTitle: true, externalNumber: true },
      member: { select: memberName },
      workplace: { select: { country: true, place: { select: { name: true, timeZone: true } } } },
    },
  })
  if (!employment) throw new AppError('request.not_found')
  const { id: employmentId, workplace, member, jobTitle, externalNumber } = employment
  const { name, timeZone } = workplace.place
  const entries = await db.timeEntry.findMany({
    where: { employmentId, ...ofMonth(month, timeZone) },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: recordedFields,
  })
  return {
    period: daysOfMonth(month),
    employer: { name, country: workplace.country, timeZone },
    person: { name: nameOf(member), externalNumber, jobTitle },
    entries: entries.map(recordedEntry),
  }
}
