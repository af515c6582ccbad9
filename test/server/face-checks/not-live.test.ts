import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { lessonIn } from '@test/support/lesson'
import { clockForm } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { faceReadiness } from '@/server/face/face-engine'

const world = testWorld()
const folder = process.env.FACES_DIR ?? ''
const { pad } = await faceReadiness()
const without = folder ? 'the presentation-attack model is not there' : 'FACES_DIR is not set'

async function frame(path: string): Promise<File> {
  return new File([new Uint8Array(await readFile(join(folder, path)))], 'frame.jpg')
}
const screen = () => frame('spoof/screen-1.jpg')
const mask = () => frame('masked/0001__0061.jpg')

async function lesson() {
  const place = await lessonIn(world)
  const show = async (picture: File) =>
    refusal(world.api(place.anna).clocking.byFace(clockForm(place.sessionId, 'in', [picture])))
  return { ...place, show }
}

async function atKiosk() {
  const place = await classWithKiosk(world)
  const show = (picture: File, number: number) => {
    const form = new FormData()
    form.append('frame', picture)
    form.append('number', String(number))
    return refusal(place.atKiosk().stepUp(form))
  }
  return { ...place, show }
}

describe.skipIf(!folder || !pad)(
  `a face that the camera takes for a picture${folder && pad ? '' : ` (left out: ${without})`}`,
  () => {
    test('is led to the code at the third time in a row, and told why', async () => {
      const { show } = await lesson()
      expect([await show(await screen()), await show(await screen()), await show(await screen())]).toEqual([
        'face.not_live',
        'face.not_live',
        'face.not_live_again',
      ])
      const checks = await world.db.faceCheck.findMany({ select: { outcome: true, reason: true } })
      expect(new Set(checks.map(({ reason }) => reason))).toEqual(new Set(['face.not_live']))
    })

    test('begins a new row once it was seen alive', async () => {
      const { show, clock } = await lesson()
      await show(await screen())
      await show(await screen())
      expect(await refusal(clock('berta'))).toBe('face.not_recognised')
      expect(await show(await screen())).toBe('face.not_live')
    })

    test('is not held to what was an hour ago', async () => {
      const { show } = await lesson()
      await show(await screen())
      await show(await screen())
      world.wait(61)
      expect(await show(await screen())).toBe('face.not_live')
    })

    test('at a kiosk the kiosk counts: a number tells nothing of whose it is', async () => {
      const { show } = await atKiosk()
      expect(await show(await screen(), 1)).toBe('face.not_live')
      expect(await show(await screen(), 2)).toBe('face.not_live')
      expect(await show(await screen(), 1)).toBe('kiosks.not_live_again')
      world.wait(4)
      expect(await show(await screen(), 1)).toBe('face.not_live')
    })
  },
)

describe.skipIf(!folder)(`a covered mouth${folder ? '' : ' (left out: FACES_DIR is not set)'}`, () => {
  test('is named at clock-in with the way by the code, and is no miss', async () => {
    const { show, anna } = await lesson()
    expect(await show(await mask())).toBe('face.covered')
    expect(await world.db.faceCheck.findFirst()).toMatchObject({
      outcome: 'UNUSABLE',
      reason: 'face.covered',
    })
    expect(await world.db.faceLock.findUnique({ where: { key: `person:${anna.id}` } })).toMatchObject({
      misses: 0,
    })
  })

  test('is named at a kiosk', async () => {
    const { show } = await atKiosk()
    expect(await show(await mask(), 1)).toBe('kiosks.covered')
  })
})
