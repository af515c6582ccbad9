import { request } from '@playwright/test'
import { median } from '../statistics'
import { burst } from './burst'
import type { BurstFigures, PageFigures, PagesResult } from './limits'
import { startVersion, type Version, versionFolder } from './version'
import { untilAnswered, watched } from './visit'
import { type Visit, visits } from './visits'

interface Wanted {
  rounds: number
  /** A revision in git that is measured in turns with the present. */
  before?: string | undefined
  /** Where the version before stays, built, for the next run. */
  keep?: string | undefined
  progress: (line: string) => void
}

interface Rounds {
  pages: Map<string, PageFigures[]>
  bursts: BurstFigures[]
}

async function visitOf(version: Version, { path, address, visitor, control }: Visit): Promise<PageFigures> {
  const state = visitor && version.states.get(visitor)
  const at = address(version.seeded)
  const seen = await watched(version.address, state, at)
  const interactive = await untilAnswered(version.address, state, at, control)
  return { path, ...seen, interactive }
}

const allThere = (rows: PageFigures[]) => rows.every(({ interactive }) => interactive !== null)

/** Medians over the rounds, rounded to what can be told apart. */
function figuresOf({ pages, bursts }: Rounds): { pages: PageFigures[]; burst: BurstFigures } {
  const of = <Row>(rows: Row[], value: (row: Row) => number) => Math.round(median(rows.map(value)))
  const tenth = <Row>(rows: Row[], value: (row: Row) => number) =>
    Math.round(median(rows.map(value)) * 10) / 10
  return {
    pages: [...pages].map(([path, rows]) => ({
      path,
      htmlKb: tenth(rows, ({ htmlKb }) => htmlKb),
      jsKb: tenth(rows, ({ jsKb }) => jsKb),
      requests: of(rows, ({ requests }) => requests),
      lcp: of(rows, ({ lcp }) => lcp),
      interactive: allThere(rows) ? of(rows, ({ interactive }) => interactive ?? 0) : null,
      longest: of(rows, ({ longest }) => longest),
    })),
    burst: {
      complete: of(bursts, ({ complete }) => complete),
      longest: of(bursts, ({ longest }) => longest),
      letter: of(bursts, ({ letter }) => letter),
    },
  }
}

/** The first answer of a page also reads the server's own program. */
async function warmUp({ address, states, seeded }: Version) {
  for (const visit of visits) {
    const state = visit.visitor && states.get(visit.visitor)
    const http = await request.newContext({ baseURL: address, ...(state && { storageState: state }) })
    await http.get(visit.address(seeded))
    await http.dispose()
  }
}

async function measure(versions: Version[], { rounds, progress }: Wanted) {
  const results = versions.map((): Rounds => ({ pages: new Map(), bursts: [] }))
  for (const version of versions) await warmUp(version)
  progress('warmed up')
  for (let round = 1; round <= rounds; round++) {
    for (const visit of visits)
      for (const [at, version] of versions.entries()) {
        const rows = results[at]?.pages
        rows?.set(visit.path, [...(rows.get(visit.path) ?? []), await visitOf(version, visit)])
      }
    for (const [at, version] of versions.entries()) {
      const teacher = version.states.get('TEACHER')
      if (!teacher) throw new Error('Nobody teaches')
      results[at]?.bursts.push(await burst({ ...version, teacher }))
    }
    progress(`round ${round} of ${rounds}`)
  }
  return results.map(figuresOf)
}

/** The pages of the present, and of an earlier version in turns with it. */
export async function measurePages(wanted: Wanted): Promise<PagesResult> {
  const earlier = wanted.before ? await versionFolder(wanted.before, wanted.keep) : null
  const versions: Version[] = []
  try {
    for (const folder of ['.', ...(earlier ? [earlier.folder] : [])])
      versions.push(await startVersion(folder, wanted.progress))
    const [now, before] = await measure(versions, wanted)
    if (!now) throw new Error('Nothing was measured')
    return {
      pages: now.pages,
      burst: now.burst,
      ...(before && earlier && { before: { commit: earlier.commit, ...before } }),
    }
  } finally {
    for (const version of versions) await version.stop()
    earlier?.remove()
  }
}
