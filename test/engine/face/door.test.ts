import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { doorPicture } from '@test/support/door-pictures'
import { refusal } from '@test/support/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cosine } from '@/domain/face/matching'
import { createFaceEngine, type DoorFace, type FaceEngine } from '@/server/face/face-engine'

const folder = process.env.FACES_DIR

let engine: FaceEngine
beforeAll(async () => {
  engine = await createFaceEngine({ workers: 1 })
})
afterAll(() => engine.close())

const vectorsOf = (faces: DoorFace[]) => faces.flatMap((face) => (face.problem === null ? [face.vector] : []))
const fromTheLeft = (faces: DoorFace[]) => faces.toSorted((a, b) => a.box.x - b.box.x)

describe('a frame of a door', () => {
  test('shows everybody in it, each as the recogniser knows them, alive, with a snapshot', async () => {
    const { faces, width, height } = await engine.readDoor(await doorPicture(['anna', 'berta', 'clara'], 0.4))
    expect([width, height]).toEqual([1440, 480])
    expect(faces).toHaveLength(3)
    for (const face of faces) {
      if (face.problem !== null) throw new Error(face.problem)
      expect(face.vector).toHaveLength(engine.recogniser === 'dlib' ? 128 : 256)
      if (engine.pad) expect(face.live).toBeGreaterThan(0.1)
      expect(face.snapshot.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    }
    const places = fromTheLeft(faces).map(({ box }) => Math.floor((box.x + box.width / 2) / 480))
    expect(places).toEqual([0, 1, 2])
    const again = await engine.readDoor(await doorPicture(['clara', 'anna'], 0.44))
    const [clara, anna] = vectorsOf(fromTheLeft(again.faces))
    const [annaBefore, , claraBefore] = vectorsOf(fromTheLeft(faces))
    if (!anna || !clara || !annaBefore || !claraBefore) throw new Error('somebody is missing')
    expect(cosine(anna, annaBefore)).toBeGreaterThan(0.8)
    expect(cosine(clara, claraBefore)).toBeGreaterThan(0.8)
  })

  test('shows nobody where there is nobody', async () => {
    expect((await engine.readDoor(await doorPicture([], 0.4))).faces).toEqual([])
  })

  test('leaves out whoever is still far away', async () => {
    expect((await engine.readDoor(await doorPicture(['anna', 'berta', 'clara'], 0.1))).faces).toEqual([])
  })

  test.each([
    ['is no picture', 'picture.unreadable', () => Promise.resolve(Buffer.from('no picture'))],
    ['is larger than our own page sends', 'picture.too_many_pixels', () => doorPicture(['anna'], 0.4, 4000)],
  ])('is refused where it %s', async (_title, code, make) => {
    expect(await refusal(engine.readDoor(await make()))).toBe(code)
  })

  test.skipIf(!folder)('shows the six nearest of a group at most (FACES_DIR)', async () => {
    const photo = await readFile(join(folder ?? '', 'group', 'big-bang', 'bbt4.jpg'))
    const { faces } = await engine.readDoor(photo)
    expect(faces.length).toBeGreaterThan(2)
    expect(faces.length).toBeLessThanOrEqual(6)
    const sizes = faces.map(({ box }) => box.width * box.height)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })
})
