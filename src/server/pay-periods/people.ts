import 'server-only'
import type { HoursException } from '@/domain/exceptions'
import { payAndNotices } from '@/domain/pay/calculate'
import { PayRefusal } from '@/domain/pay/refusal'
import type { PayLine, PayResult } from '@/domain/pay/result'
import type { PayInput } from '@/domain/pay/schema'
import type { PayNotice } from '@/domain/pay/warnings'
import type { Database } from '../db/prisma'
import { exceptionsIn } from './exceptions'
import { type PersonInput, payInputs } from './input'
import type { Period } from './periods'
import type { PayPlace } from './workplace'

export interface Calculated extends Omit<PayResult, 'warnings'> {
  notices: PayNotice[]
  /** Without a rate there are hours and no sums. */
  priced: boolean
}

/** Somebody's period: what it comes to, who signed, what was paid for it, and what is out of the ordinary. */
export interface PersonPeriod extends PersonInput {
  result: Calculated
  sheet: Signatures
  payment: { id: string; paidOn: Date; grossMinor: bigint; createdAt: Date } | null
  exceptions: HoursException[]
}

export interface Signatures {
  signedAt: Date | null
  approvedAt: Date | null
  approvedBy: { id: string; name: string | null } | null
}

const unsigned: Signatures = { signedAt: null, approvedAt: null, approvedBy: null }

/** What hours come to. Where a rate is missing they are counted all the same. */
export function calculated(input: PayInput): Calculated {
  try {
    return priced(input, true)
  } catch (error) {
    if (!(error instanceof PayRefusal)) throw error
    return priced(withoutRates(input), false)
  }
}

/** Hours alone. */
const withoutRates = (input: PayInput): PayInput => ({
  ...input,
  rates: [{ from: '1970-01-01', hourly: 0 }],
})

/** What a person's lines were calculated from. */
export const countedInput = ({ input, result }: Pick<PersonPeriod, 'input' | 'result'>) =>
  result.priced ? input : withoutRates(input)

function priced(input: PayInput, priced: boolean): Calculated {
  const { result, notices } = payAndNotices(input)
  return { ...result, notices, priced }
}

async function signaturesOf(db: Database, { id: periodId }: Period, ids: string[]) {
  if (!periodId) return new Map<string, Signatures>()
  const sheets = await db.timesheet.findMany({ where: { periodId, employmentId: { in: ids } } })
  const by = [...new Set(sheets.flatMap(({ approvedById }) => approvedById ?? []))]
  const approvers = await db.user.findMany({ where: { id: { in: by } }, select: { id: true, name: true } })
  const nameOf = new Map(approvers.map(({ id, name }) => [id, name]))
  return new Map(
    sheets.map(({ employmentId, signedAt, approvedAt, approvedById: id }) => [
      employmentId,
      { signedAt, approvedAt, approvedBy: id ? { id, name: nameOf.get(id) ?? null } : null },
    ]),
  )
}

async function paymentsOf(db: Database, { id: periodId }: Period, ids: string[]) {
  const payments = periodId
    ? await db.payment.findMany({
        where: { periodId, employmentId: { in: ids } },
        select: { id: true, employmentId: true, paidOn: true, grossMinor: true, createdAt: true },
      })
    : []
  return new Map(payments.map(({ employmentId, ...payment }) => [employmentId, payment]))
}

interface Asked {
  now: Date
  /** These alone, whenever they were employed. */
  employmentIds?: readonly string[]
}

/** Everybody's period, or that of these employments, calculated from the punches. */
export async function peopleOf(
  db: Database,
  place: PayPlace,
  period: Period,
  { now, employmentIds }: Asked,
): Promise<PersonPeriod[]> {
  const people = await payInputs(db, place, period, employmentIds)
  const ids = people.map(({ employmentId }) => employmentId)
  const sheets = await signaturesOf(db, period, ids)
  const payments = await paymentsOf(db, period, ids)
  const exceptionsOf = await exceptionsIn(db, place, { period, people, now })
  return people.map((person) => {
    const result = calculated(person.input)
    const sheet = sheets.get(person.employmentId) ?? unsigned
    const exceptions = exceptionsOf(person, { result, signed: sheet.signedAt !== null })
    return { ...person, result, sheet, payment: payments.get(person.employmentId) ?? null, exceptions }
  })
}

/** The names of kinds of work by their ids: calculations go by ids, so that a new name changes no sum. */
export async function kindNames(db: Database, { id: workplaceId }: Pick<PayPlace, 'id'>) {
  const kinds = await db.workKind.findMany({ where: { workplaceId }, select: { id: true, name: true } })
  const names = new Map(kinds.map(({ id, name }) => [id, name]))
  return (line: Pick<PayLine, 'name'>) => (line.name === null ? null : (names.get(line.name) ?? line.name))
}
