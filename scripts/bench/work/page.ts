import { machine } from '../machine'

export interface WorkRow {
  name: string
  /** How many rows the answer has, or how many people it is about. */
  rows: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** p95 with twice the history, by p95. */
  doubled: number
  rounds: number
  /** What p95 may be at most, where that is said. */
  most: number | null
}

/** Twice the history may take so many times as long. */
const MOST_DOUBLED = 1.2

/** Which of the figures are not as they must be. */
export const tooSlow = (rows: readonly WorkRow[]) =>
  rows.filter(({ p95, most, doubled }) => (most !== null && p95 >= most) || doubled >= MOST_DOUBLED)

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0)

/** The page for docs/benchmarks. */
export function workPage(rows: readonly WorkRow[], setting: { day: string; load: number }): string {
  const lines = rows.map(({ name, rows, rounds, p50, p95, doubled, most }) =>
    [
      ...['', name, rows, rounds, ms(p50), ms(p95), most === null ? '' : `< ${most}`],
      ...[doubled.toFixed(2), ''],
    ].join(' | '),
  )
  return [
    '# Hours and pay of 500 people',
    '',
    `Measured by \`npm run bench -- work\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    'A PostgreSQL of its own, migrated as a server’s, on the same machine. 500 people under the rules of California, paid every two weeks, over three years: a million',
    'entries with breaks, rates, signatures, payments with their lines and stretches, and what the ledger keeps of it. The rows come in bulk without',
    'triggers; that no entries overlap, nothing is paid twice, every key points to something and more is verified by queries before anything is measured.',
    'The procedures are called as a browser’s requests call them, without the network.',
    '',
    '*Twice* is p95 with six years of history by p95 with three; both are asked in turn, so that what else the machine does slows both.',
    '',
    '| what | rows | rounds | p50 ms | p95 ms | must be | twice |',
    '|---|---|---|---|---|---|---|',
    ...lines.map((line) => line.trim()),
    '',
  ].join('\n')
}
