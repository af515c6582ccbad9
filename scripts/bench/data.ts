import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { machine } from './machine'

const rowSchema = z.object({
  name: z.string(),
  /** Milliseconds, as the caller waits. */
  p50: z.number(),
  p95: z.number(),
  /** Milliseconds of this process's processor time, the median; the database's own is not in it. */
  cpu: z.number(),
  /** Statements that the database was sent, the median. */
  statements: z.number(),
  rounds: z.number(),
})
export type DataRow = z.infer<typeof rowSchema>

const beforeSchema = z.object({ commit: z.string(), day: z.string(), rows: z.array(rowSchema) })

/** What the same program measured on an earlier version. */
export const readBefore = () =>
  beforeSchema.parse(JSON.parse(readFileSync('docs/benchmarks/data-before.json', 'utf8')))

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0)

/** The page for docs/benchmarks. */
export function dataPage(
  rows: DataRow[],
  before: z.infer<typeof beforeSchema>,
  setting: { day: string; load: number },
) {
  const lines = rows.flatMap((row) => {
    const earlier = before.rows.find(({ name }) => name === row.name)
    const cells = (one: DataRow | undefined) =>
      one ? [ms(one.p50), ms(one.p95), ms(one.cpu), String(one.statements)].join(' | ') : '– | – | – | –'
    return [`| ${row.name} | ${row.rounds} | ${cells(earlier)} | ${cells(row)} |`]
  })
  return [
    '# What the database is asked for',
    '',
    `Measured by \`npm run bench -- data\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    'A PostgreSQL of its own, migrated as a server’s; the procedures are called as the browser’s requests call them, without the network.',
    `*Before* is commit ${before.commit}, measured by the same program on ${before.day} (\`data-before.json\`).`,
    '',
    '| | rounds | before: p50 ms | p95 ms | CPU ms | statements | now: p50 ms | p95 ms | CPU ms | statements |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    'CPU is the processor time of the server’s process and its face engine; what PostgreSQL itself works is in the time that the caller waits.',
    'Enrolment includes reading the picture: detection, quality, presentation attack and the recogniser.',
    '',
  ].join('\n')
}
