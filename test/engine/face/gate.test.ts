import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAttack } from '@/domain/face/attack'
import { enrolmentProblem } from '@/domain/face/enrolment-picture'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'

const folder = process.env.FACES_DIR ?? ''
const title = `who may enrol${folder ? '' : ' (left out: FACES_DIR is not set)'}`
const OWN_PROBLEMS = ['face.covered', 'face.no_person']

async function picturesIn(name: string): Promise<string[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(jpe?g|png)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

describe.skipIf(!folder)(title, () => {
  let engine: FaceEngine
  beforeAll(async () => {
    // The gate is the same for every recogniser, and the basic one is there everywhere.
    engine = await createFaceEngine({ recogniser: 'dlib', timeoutMs: 60_000, waitMs: 60_000 })
  })
  afterAll(() => engine.close())

  async function gateOf(path: string): Promise<{ outcome: string; enrolment: string }> {
    const result = await engine.readSelfie(await readFile(path))
    if (!result.ok) return { outcome: result.problem, enrolment: result.problem }
    return { outcome: 'ok', enrolment: enrolmentProblem(result.selfie) ?? 'ok' }
  }

  /** What the gate says to each picture, and enrolment after it; one after another, so that none is answered "busy". */
  async function outcomesIn(name: string, part: (path: string) => boolean = () => true) {
    const seen: { path: string; outcome: string; enrolment: string }[] = []
    for (const path of (await picturesIn(name)).filter(part)) seen.push({ path, ...(await gateOf(path)) })
    return seen
  }

  it('nine of ten people whose mouth and nose are covered are asked to uncover them', async () => {
    const seen = await outcomesIn('masked')
    const covered = seen.filter(({ outcome }) => outcome === 'face.covered')
    expect(covered.length / seen.length).toBeGreaterThanOrEqual(0.9)
    expect(seen.filter(({ outcome }) => outcome === 'ok')).toEqual([])
  })

  it('dogs, a hyena, an ox and a bronze lion are no people; the woman and the man among them are', async () => {
    const seen = await outcomesIn('not-people')
    const passed = seen.filter(({ outcome }) => outcome === 'ok').map(({ path }) => path)
    for (const path of passed) expect(path).toMatch(/Appenzeller|barracouta/)
    // The man stands far away, behind his fish; hers is a selfie that fills half of the picture.
    const enrolled = seen.filter(({ enrolment }) => enrolment === 'ok').map(({ path }) => path)
    expect(enrolled).toEqual([expect.stringContaining('Appenzeller')])
  })

  it.each([
    ['lfw', () => true],
    ['alike', () => true],
    ['turns', () => true],
    ['group', (path: string) => !/bbt\d|test_group/.test(path)],
  ] as const)(
    'nobody of %s is taken for covered or for no person, or is too far away to enrol',
    async (name, part) => {
      const seen = await outcomesIn(name, part)
      const wrong = seen.filter(({ outcome }) => OWN_PROBLEMS.includes(String(outcome)))
      expect(wrong.length / seen.length).toBeLessThanOrEqual(name === 'group' ? 0 : 0.01)
      const far = seen.filter(({ enrolment }) => enrolment === 'enrolment.too_far').map(({ path }) => path)
      // One of those press photos shows her from head to foot.
      expect(far).toEqual(name === 'group' ? [expect.stringContaining('person07/ref_02')] : [])
    },
  )

  it('a screen has room enough around the face to be told from one picture, as at enrolment', async ({
    skip,
  }) => {
    skip(!engine.pad, 'the presentation-attack model is not there')
    const result = await engine.readSelfie(await readFile(join(folder, 'spoof', 'screen-1.jpg')))
    expect(result.ok && isAttack(result.selfie)).toBe(true)
    const live = await engine.readSelfie(await readFile(join(folder, 'spoof', 'live-1.jpg')))
    expect(live.ok && isAttack(live.selfie)).toBe(false)
  })
})
