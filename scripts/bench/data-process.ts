import { enrolCrowd } from '../../test/support/crowd'
import { withBenchServer } from './bench-server'
import type { DataRow } from './data'
import { boardOf200, sixtyMarks } from './data-lesson'
import { enrolment, withdrawal } from './data-site'

const PEOPLE = 3000
const DAY_MS = 24 * 60 * 60 * 1000

const rounds = Number(process.argv[2])
const rows = await withBenchServer(async (ctx, engine, statements) => {
  const setting = { ctx, engine, statements, rounds }
  const lesson = [await boardOf200(setting), await sixtyMarks(setting)]
  // They came yesterday: whoever came within the last minute is compared a second time.
  const yesterday = () => new Date(Date.now() - DAY_MS)
  await enrolCrowd({ ...ctx, clock: yesterday }, { model: engine.recogniser, people: PEOPLE })
  return [...lesson, ...(await enrolment(setting)), await withdrawal(setting)] satisfies DataRow[]
})
process.send?.(rows)
process.disconnect?.()
