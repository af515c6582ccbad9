import type { PayLine } from '../pay/result'
import type { PayrollPerson } from './data'

const keyOf = ({ entry, day, kind, name, rate, factor }: PayLine) =>
  JSON.stringify([entry, day, kind, name, rate, factor])

/** What lines say beyond those that were exported: what is new, what is more, and what is less as a negative line. */
export function linesBeyond(exported: readonly PayLine[], lines: readonly PayLine[]): PayLine[] {
  const left = new Map<string, PayLine>()
  const add = (line: PayLine, sign: 1 | -1) => {
    const before = left.get(keyOf(line))
    const minutes = (before?.minutes ?? 0) + sign * line.minutes
    const amount = (before?.amount ?? 0) + sign * line.amount
    left.set(keyOf(line), { ...line, minutes, amount })
  }
  for (const line of lines) add(line, 1)
  for (const line of exported) add(line, -1)
  return [...left.values()].filter(({ minutes, amount }) => minutes !== 0 || amount !== 0)
}

/** People as they stand now against earlier exports of them, by employment; whoever is as before is left out. */
export function peopleBeyond<Person extends PayrollPerson & { readonly employmentId: string }>(
  exported: readonly Person[],
  now: readonly Person[],
): Person[] {
  const people = new Map([...exported, ...now].map((person) => [person.employmentId, person]))
  const linesIn = (all: readonly Person[], id: string) =>
    all.filter(({ employmentId }) => employmentId === id).flatMap(({ lines }) => lines)
  return [...people]
    .map(([id, person]) => ({ ...person, lines: linesBeyond(linesIn(exported, id), linesIn(now, id)) }))
    .filter(({ lines }) => lines.length > 0)
}
