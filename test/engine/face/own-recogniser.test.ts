import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cosine } from '@/domain/face/matching'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { descriptionOf, openOwnModel, tryOwnRecogniser } from '@/server/face/own-recogniser'
import { arcFaceDescription, untrainedRecogniser, writeRecogniser } from '../../support/own-recogniser'
import { portrait, type Sitter } from '../../support/sample-portraits'
import { face } from './command-line'

let dir: string
const engines: FaceEngine[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'clockface-own-'))
})
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()))
  await rm(dir, { recursive: true })
})

async function engineWith(file: string) {
  const engine = await createFaceEngine({ recogniser: { file }, workers: 1 })
  engines.push(engine)
  return engine
}

async function vectorOf(engine: FaceEngine, who: Sitter, share: number) {
  const described = await engine.describe(await portrait(who, { share }))
  if (!described) throw new Error('No face')
  return described.vector
}

describe('an engine with a recogniser of one’s own', () => {
  it('makes its vectors, tells pictures apart with them, and names it with its licence', async () => {
    const engine = await engineWith(await writeRecogniser(dir, 'plain'))
    expect(engine.recogniser).toMatch(/^own:test-recogniser:[0-9a-f]{12}$/)
    expect(engine.own).toEqual({ name: 'Test recogniser', licence: 'Made by a test; no conditions.' })
    const [near, far, other] = [
      await vectorOf(engine, 'anna', 0.45),
      await vectorOf(engine, 'anna', 0.6),
      await vectorOf(engine, 'berta', 0.45),
    ]
    expect(near).toHaveLength(128)
    expect(cosine(near, near)).toBeCloseTo(1, 5)
    expect(cosine(near, far)).toBeGreaterThan(0.9)
    expect(cosine(near, other)).toBeLessThan(0.6)
  })

  it('looks in a mirror as well: a face and its mirror image make one vector', async () => {
    const [engine] = engines
    if (!engine) throw new Error('No engine')
    const straight = await portrait('anna')
    const mirrored = await sharp(straight).flop().jpeg({ quality: 95 }).toBuffer()
    const [a, b] = [await engine.describe(straight), await engine.describe(mirrored)]
    expect(cosine(a?.vector ?? new Float32Array(), b?.vector ?? new Float32Array())).toBeGreaterThan(0.95)
  })

  it('sees what the description says: colours and normalisation change the vector', async () => {
    const weighted = { mean: [0, 0, 0], scale: [1, 1000, 1000] }
    const red = { ...arcFaceDescription, normalisation: weighted }
    const rgb = await engineWith(await writeRecogniser(dir, 'rgb', { description: red }))
    const bgr = await engineWith(
      await writeRecogniser(dir, 'bgr', { description: { ...red, colours: 'BGR' } }),
    )
    const [a, b] = [await vectorOf(rgb, 'anna', 0.45), await vectorOf(bgr, 'anna', 0.45)]
    expect(cosine(a, b)).toBeLessThan(0.999)
  })
})

it('the command line takes its path, and names it', async () => {
  const file = await writeRecogniser(dir, 'asked')
  const pictures = [join(dir, 'a.jpg'), join(dir, 'b.jpg')] as const
  await writeFile(pictures[0], await portrait('anna'))
  await writeFile(pictures[1], await portrait('anna', { share: 0.6 }))
  const { code, out } = await face('compare', ...pictures, '--model', file)
  expect({ code, ...JSON.parse(out) }).toMatchObject({
    code: 0,
    same: true,
    model: (await tryOwnRecogniser(file)).id,
  })
})

describe('its id', () => {
  const idOf = async (file: string) => (await tryOwnRecogniser(file)).id

  it('changes with the file and with the description, not with the licence', async () => {
    const ids = [
      await idOf(await writeRecogniser(dir, 'a')),
      await idOf(await writeRecogniser(dir, 'b', { model: untrainedRecogniser({ seed: 8 }) })),
      await idOf(await writeRecogniser(dir, 'c', { description: { ...arcFaceDescription, colours: 'BGR' } })),
    ]
    expect(new Set(ids).size).toBe(3)
    const licensed = { ...arcFaceDescription, licence: 'Other words' }
    expect(await idOf(await writeRecogniser(dir, 'd', { description: licensed }))).toBe(ids[0])
  })
})

describe('what cannot be used is told in one line that names the file', () => {
  const write: Record<string, () => Promise<string>> = {
    missing: async () => join(dir, 'nowhere.onnx'),
    'without a description': async () => {
      const file = await writeRecogniser(dir, 'undescribed')
      await rm(descriptionOf(file))
      return file
    },
    'with a description that is no JSON': () => writeRecogniser(dir, 'badjson', { description: '{' }),
    'that is no ONNX': () => writeRecogniser(dir, 'text', { model: Buffer.from('hello there') }),
    'for another size': () => writeRecogniser(dir, 'side', { model: untrainedRecogniser({ side: 140 }) }),
    'with two outputs': () => writeRecogniser(dir, 'two', { model: untrainedRecogniser({ outputs: 2 }) }),
  }

  it.each([
    ['missing', 'the file is not there'],
    ['without a description', 'undescribed.json is not there'],
    ['with a description that is no JSON', 'badjson.json: it is not JSON'],
    ['that is no ONNX', 'cannot be loaded as an ONNX model'],
    ['for another size', 'float32 1×3×112×112, and is data: float32 1×3×140×140'],
    ['with two outputs', 'its output must be one vector'],
  ])('a file %s', async (kind, words) => {
    const file = await write[kind]?.()
    if (!file) throw new Error(kind)
    const told = await tryOwnRecogniser(file).catch((error: Error) => error.message)
    expect(told).toContain(`The recogniser ${file} cannot be used: `)
    expect(told).toContain(words)
    expect(String(told).split('\n')).toHaveLength(1)
    // Nothing takes its place.
    await expect(createFaceEngine({ recogniser: { file }, workers: 1 })).rejects.toThrow(String(told))
  })

  it('a file that changes while the engine runs is not loaded by a worker that starts anew', async () => {
    const file = await writeRecogniser(dir, 'changing')
    const own = await tryOwnRecogniser(file)
    await writeFile(file, untrainedRecogniser({ seed: 9 }))
    await expect(openOwnModel(own)).rejects.toThrow('the file has changed since Clockface was started')
  })
})
