import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPhoto, portrait, type Sitter } from '../../support/sample-portraits'
import { face } from './command-line'

let dir: string
const at = (person: string, n: number) => join(dir, person, `${person}_000${n}.jpg`)

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'clockface-cli-'))
  const pictures: [string, number, Sitter, number][] = [
    ['Anna', 1, 'anna', 0.45],
    ['Anna', 2, 'anna', 0.6],
    ['Berta', 1, 'berta', 0.45],
    ['Berta', 2, 'berta', 0.6],
  ]
  for (const [person, n, who, share] of pictures) {
    await mkdir(join(dir, person), { recursive: true })
    await writeFile(at(person, n), await portrait(who, { share }))
  }
  await writeFile(join(dir, 'pairs.txt'), '1 1\nAnna 1 2\nAnna 1 Berta 1\n')
  await writeFile(join(dir, 'text.jpg'), 'no picture')
})
afterAll(() => rm(dir, { recursive: true }))

describe('from the command line', () => {
  it('two pictures of one person are compared, as one line of JSON', async () => {
    const { code, out } = await face('compare', at('Anna', 1), at('Anna', 2))
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    const result = JSON.parse(out)
    expect(Object.keys(result)).toEqual(['similarity', 'threshold', 'same', 'model'])
    expect(result).toMatchObject({ same: true, threshold: expect.any(Number) })
    expect(result.similarity).toBeGreaterThan(result.threshold)
  })

  it('two people are two people, with the basic recogniser as well', async () => {
    const { out } = await face('compare', at('Anna', 1), at('Berta', 1), '--model', 'dlib')
    expect(JSON.parse(out)).toMatchObject({ same: false, model: 'dlib' })
  })

  it('a picture is inspected: its size, its faces, their quality and liveness', async () => {
    const result = JSON.parse((await face('inspect', at('Anna', 1))).out)
    expect(result).toMatchObject({ width: 640, height: 480, problem: null, enrolment: { problem: null } })
    expect(result.faces).toHaveLength(1)
    expect(result.faces[0].landmarks5).toHaveLength(5)
    expect(result.faces[0].quality.eyeDistance).toBeGreaterThan(50)
  })

  it('a group photo is inspected: every face, its eyes, and whether it can be recognised', async () => {
    const { code, out } = await face('inspect', '--group', demoPhoto(5))
    expect(code).toBe(0)
    const result = JSON.parse(out)
    expect(result).toMatchObject({ width: 1920, height: 1398 })
    expect(result.faces).toHaveLength(5)
    for (const { box, eyeDistance, recognisable } of result.faces) {
      expect(Object.keys(box)).toEqual(['x', 'y', 'width', 'height'])
      expect(eyeDistance).toBeGreaterThan(50)
      expect(recognisable).toBe(true)
    }
  })

  it('the people of a gallery are found in group photos, and who is not there is said', async () => {
    const { code, out } = await face('roll-call', '--gallery', dir, '--photo', demoPhoto(3))
    expect(code).toBe(0)
    const result = JSON.parse(out)
    expect(result.faces).toHaveLength(3)
    const keys = ['photo', 'box', 'band', 'name']
    expect(Object.keys(result.faces[0])).toEqual(expect.arrayContaining(keys))
    const named = result.faces.flatMap(({ name }: { name: string | null }) => name ?? [])
    expect(named).toEqual(['Anna'])
    expect({ seen: result.seen, notSeen: result.notSeen }).toEqual({ seen: ['Anna'], notSeen: ['Berta'] })
  })

  it.each(['pairs.txt', 'all'])('a folder is evaluated by %s', async (pairs) => {
    const { code, out, err } = await face(
      'eval',
      '--images',
      dir,
      '--pairs',
      pairs === 'all' ? pairs : join(dir, pairs),
    )
    expect(code).toBe(0)
    const result = JSON.parse(out)
    const keys = ['model', 'pairs', 'noFace', 'accuracy', 'std', 'thresholds', 'fnmrAtFmr']
    expect(Object.keys(result)).toEqual(expect.arrayContaining(keys))
    expect(result).toMatchObject({ pairs: pairs === 'all' ? 6 : 2, noFace: 0, accuracy: 1 })
    expect(result.fnmrAtFmr).toHaveProperty('1e-4')
    expect(err).toContain('described')
  })
})

describe('what cannot be done is one clear line, and nothing on stdout', () => {
  it.each<[string, () => string[], number, string]>([
    [
      'a file that is not there',
      () => ['inspect', join(dir, 'nobody.jpg')],
      1,
      'nobody.jpg: cannot be read.',
    ],
    [
      'a file that is no picture',
      () => ['compare', at('Anna', 1), join(dir, 'text.jpg')],
      1,
      'text.jpg: This is not a readable picture',
    ],
    [
      'a gallery without pictures',
      () => ['roll-call', '--gallery', join(dir, 'Anna'), '--photo', at('Anna', 1)],
      1,
      'holds no pictures of faces as Name/picture.jpg.',
    ],
    [
      'pairs that are no pairs',
      () => ['eval', '--images', dir, '--pairs', join(dir, 'text.jpg')],
      1,
      'line 1',
    ],
  ])('%s', async (_, args, exit, line) => {
    const { code, out, err } = await face(...args())
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: exit, out: '', lines: 1 })
    expect(err).toContain(line)
  })

  it.each<[string, string[]]>([
    ['an unknown command', ['dance']],
    ['one picture where two are compared', ['compare', 'a.jpg']],
    ['a roll call without a photo', ['roll-call', '--gallery', '.']],
  ])('%s: the usage, and exit code 2', async (_, args) => {
    const { code, out, err } = await face(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage:')
  })
})
