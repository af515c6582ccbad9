import type { WorkRow } from './work/page'
import { workQueries } from './work/queries'
import { measured } from './work/rounds'
import { withWork } from './work/world'

const [, , rounds, keep] = process.argv
const progress = (line: string) => process.stderr.write(`${line}\n`)
const rows = await withWork({ keep: keep || undefined, progress }, async (now, twice) => {
  const rows: WorkRow[] = []
  for (const query of workQueries) {
    const row = await measured(query, { now, twice, rounds: Number(rounds) })
    progress(JSON.stringify(row))
    rows.push(row)
  }
  return rows
})
process.send?.(rows)
process.disconnect?.()
