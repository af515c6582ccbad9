import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { nextMessage, startChild } from './child'
import { presentModels } from './clockface'
import { COHORT_MS, cohortPage } from './cohort'
import type { CohortRounds } from './cohort-process'
import { type DataRow, dataPage, readBefore } from './data'
import { doorFigures, doorKeepsUp, doorPage } from './door'
import type { DoorRounds } from './door-limits'
import { floods } from './hostile/floods'
import { type FloodFigures, measured, visitorOf } from './hostile/measure'
import { deaf, hostilePage } from './hostile/page'
import { withHostileWorld } from './hostile/world'
import { kioskPage } from './kiosk'
import { KIOSK_MS, type KioskRounds } from './kiosk-limits'
import type { LoadResult } from './load-process'
import { benchPage } from './page'
import { pagesPage } from './pages/page'
import { measurePages } from './pages/run'
import { benchPictures } from './pictures'
import { figuresOf } from './report'
import { LIMITS, rollCallFigures, rollCallPage } from './roll-call-page'
import type { RollCallRounds } from './roll-call-process'
import { runRounds } from './rounds'
import { sitesPage } from './sites'
import { median } from './statistics'
import { tooSlow, type WorkRow, workPage } from './work/page'

const USAGE =
  'npm run bench -- face|roll-call|kiosk|door|cohort|sites|data|work|hostile|pages [--rounds 8] [--seconds 60] [--before REVISION] [--keep FOLDER] [--json]'

async function keepPage(name: string, page: string): Promise<void> {
  await mkdir('docs/benchmarks', { recursive: true })
  await writeFile(`docs/benchmarks/${name}.md`, page)
  console.log(page)
}

async function face(rounds: number, json: boolean): Promise<void> {
  const progress = (line: string) => process.stderr.write(`${line}\n`)
  const [busy = 0] = loadavg()
  const pictures = await benchPictures()
  const { recogniser } = await presentModels()
  const results = await runRounds(pictures, { rounds, warmups: 2, progress })
  progress('all workers')
  const load = await nextMessage<LoadResult>(startChild('./load-process.ts', [], { pinned: false }))
  const figures = figuresOf(results, load)
  const day = new Date().toISOString().slice(0, 10)
  const page = benchPage(figures, { pictures: pictures.length, rounds, recogniser, day, load: busy })
  await keepPage('face', page)
  if (json) console.log(JSON.stringify(figures))
}

async function rollCall(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const child = startChild('./roll-call-process.ts', [String(rounds)], { pinned: false })
  const results = await nextMessage<RollCallRounds>(child)
  const figures = rollCallFigures(results)
  const page = rollCallPage(results, { day: new Date().toISOString().slice(0, 10), load })
  await keepPage('roll-call', page)
  if (json) console.log(JSON.stringify(figures))
  if (figures.wholeMs > LIMITS.ms || figures.timesBare > LIMITS.timesBare) {
    console.error('The photo took longer than it may.')
    process.exitCode = 1
  }
}

async function kiosk(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const results = await nextMessage<KioskRounds>(
    startChild('./kiosk-process.ts', [String(rounds)], { pinned: false }),
  )
  const page = kioskPage(results, { day: new Date().toISOString().slice(0, 10), load })
  await keepPage('kiosk', page)
  if (json) console.log(JSON.stringify(results))
  if (median(results.stepUpMs) > KIOSK_MS) {
    console.error('The kiosk took longer than it may.')
    process.exitCode = 1
  }
}

async function cohort(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const results = await nextMessage<CohortRounds[]>(
    startChild('./cohort-process.ts', [String(rounds)], { pinned: true }),
  )
  const page = cohortPage(results, { day: new Date().toISOString().slice(0, 10), load })
  await keepPage('cohort', page)
  if (json) console.log(JSON.stringify(results))
  if (median(results.at(-1)?.readyMs ?? []) > COHORT_MS) {
    console.error('A check took longer than it may.')
    process.exitCode = 1
  }
}

async function data(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const rows = await nextMessage<DataRow[]>(
    startChild('./data-process.ts', [String(rounds)], { pinned: false }),
  )
  const page = dataPage(rows, readBefore(), { day: new Date().toISOString().slice(0, 10), load })
  await keepPage('data', page)
  if (json) console.log(JSON.stringify({ rows }))
}

async function door(_rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const results = await nextMessage<DoorRounds>(startChild('./door-process.ts', [], { pinned: false }))
  const figures = doorFigures(results)
  const page = doorPage(results, { day: new Date().toISOString().slice(0, 10), load })
  await keepPage('door', page)
  for (const name of results.wrong) console.error(`Wrong: ${name}`)
  for (const name of results.unknown) console.error(`Not named: ${name}`)
  if (json) console.log(JSON.stringify(figures))
  if (!doorKeepsUp(figures)) {
    console.error('The door did not keep up, or named somebody wrongly.')
    process.exitCode = 1
  }
}

async function work(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const args = [String(rounds), values.keep ?? '']
  const rows = await nextMessage<WorkRow[]>(startChild('./work-process.ts', args, { pinned: false }))
  await keepPage('work', workPage(rows, { day: new Date().toISOString().slice(0, 10), load }))
  for (const { name } of tooSlow(rows)) console.error(`Slower than it may be: ${name}`)
  const queries = rows.map(({ name, rows, p50, p95, doubled }) => ({ name, rows, p50, p95, doubled }))
  if (json) console.log(JSON.stringify({ queries }))
  if (tooSlow(rows).length > 0) process.exitCode = 1
}

async function hostile(_rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const seconds = Number(values.seconds)
  const figures: FloodFigures[] = []
  await withHostileWorld(async (world) => {
    const visitor = visitorOf(world)
    for (const flood of floods) {
      figures.push(await measured(flood, { world, visitor, seconds }))
      process.stderr.write(`${JSON.stringify(figures.at(-1))}\n`)
    }
    visitor.send('leave')
  })
  const day = new Date().toISOString().slice(0, 10)
  await keepPage('hostile', hostilePage(figures, { day, load, seconds }))
  for (const { name } of deaf(figures)) console.error(`Others had to wait: ${name}`)
  if (json) console.log(JSON.stringify({ floods: figures }))
  if (deaf(figures).length > 0) process.exitCode = 1
}

async function pages(rounds: number, json: boolean): Promise<void> {
  const [load = 0] = loadavg()
  const progress = (line: string) => process.stderr.write(`${line}\n`)
  const result = await measurePages({ rounds, before: values.before, keep: values.keep, progress })
  await keepPage('pages', pagesPage(result, { day: new Date().toISOString().slice(0, 10), load, rounds }))
  if (json) console.log(JSON.stringify(result))
}

/** Sites that are drawn, in a quarter of an hour: the same figures in every run. */
async function sites(): Promise<void> {
  const page = sitesPage(new Date().toISOString().slice(0, 10), (line) => process.stderr.write(`${line}\n`))
  await mkdir('docs/benchmarks', { recursive: true })
  await writeFile('docs/benchmarks/simulation.md', page)
  console.log(page)
}

const benchmarks: Record<string, (rounds: number, json: boolean) => Promise<void>> = {
  face,
  'roll-call': rollCall,
  kiosk,
  cohort,
  door,
  sites,
  data,
  work,
  hostile,
  pages,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
    /** For `hostile`: how long each flood goes on. */
    seconds: { type: 'string', default: '60' },
    /** For `pages`: a revision in git that is measured in turns with the present. */
    before: { type: 'string' },
    /** For `work`: where its databases stay for the next run; for `pages`: where the version before stays. */
    keep: { type: 'string' },
  },
})

const benchmark = benchmarks[positionals[0] ?? '']
if (benchmark && Number(values.rounds) > 0) await benchmark(Number(values.rounds), values.json)
else {
  console.error(USAGE)
  process.exitCode = 1
}
