import { lineKinds, type PayLine } from '../pay/result'

/** Lines that are paid alike, as one. */
export type StatementRow = Pick<PayLine, 'kind' | 'name' | 'minutes' | 'rate' | 'factor' | 'amount'>

const total = (lines: readonly PayLine[], of: 'minutes' | 'amount') =>
  lines.reduce((all, line) => all + line[of], 0)

/** What a statement says of a period: every rate with its hours, by kind; breaks that are not paid are no part of it. */
export function statementRows(lines: readonly PayLine[]): StatementRow[] {
  const rows = new Map<string, PayLine[]>()
  for (const line of lines.filter(({ kind }) => kind !== 'break')) {
    const key = JSON.stringify([line.kind, line.name, line.rate, line.factor])
    rows.set(key, [...(rows.get(key) ?? []), line])
  }
  return [...rows.values()]
    .map((same) => {
      const { kind, name, rate, factor } = same[0] as PayLine
      return { kind, name, rate, factor, minutes: total(same, 'minutes'), amount: total(same, 'amount') }
    })
    .sort((a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind))
}

export interface StatementDay {
  readonly day: string
  /** Worked and paid; what premiums, averages and corrections add is no more time. */
  readonly minutes: number
  readonly amount: number
}

const isWork = ({ kind }: PayLine) => kind === 'regular' || kind === 'overtime'

/** The same sum by day. */
export function statementDays(lines: readonly PayLine[]): StatementDay[] {
  const days = [...new Set(lines.filter(({ kind }) => kind !== 'break').map(({ day }) => day))].sort()
  return days.map((day) => {
    const here = lines.filter((line) => line.day === day)
    return { day, minutes: total(here.filter(isWork), 'minutes'), amount: total(here, 'amount') }
  })
}

/** What a statement's lines come to. */
export function statementTotals(lines: readonly PayLine[]) {
  return {
    paidMinutes: total(lines.filter(isWork), 'minutes'),
    overtimeMinutes: total(
      lines.filter(({ kind }) => kind === 'overtime'),
      'minutes',
    ),
    gross: total(lines, 'amount'),
  }
}

/** Countries that print on US Letter (CLDR, supplementalData, paperSize). */
const letter = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The paper that a country prints on. */
export const paperOf = (country: string) => (letter.has(country) ? 'LETTER' : 'A4')
