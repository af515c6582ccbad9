import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { kioskOf } from '@test/support/kiosk-world'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Language } from '@/domain/locale'
import { registerKiosk } from '@/server/kiosks/service'

const world = testWorld()

async function kioskAtDoor(locale?: Language) {
  const teacher = await world.user(['TEACHER'])
  const { id: placeId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  const api = world.api(teacher).kiosks
  const { kioskId, link } = await api.add({ placeId, name: 'Front door', ...(locale && { locale }) })
  const { token } = await registerKiosk(world.context(), { link })
  const listed = async () => (await api.ofPlace({ placeId })).map(({ locale }) => locale)
  const shown = async () => {
    const kiosk = await kioskOf(world, token)
    return (await world.api(null, { kiosk }).kiosks.state()).locale
  }
  return { api, kioskId, listed, shown }
}

describe('the language of a kiosk', () => {
  test('is the browser’s unless one was chosen', async () => {
    const kiosk = await kioskAtDoor()
    expect(await kiosk.listed()).toEqual([null])
    expect(await kiosk.shown()).toBeNull()
  })

  test('is the one it was added with', async () => {
    const kiosk = await kioskAtDoor('es')
    expect(await kiosk.listed()).toEqual(['es'])
    expect(await kiosk.shown()).toBe('es')
  })

  test('can be changed, which the kiosk hears of, and given back to the browser', async () => {
    const { api, kioskId, listed, shown } = await kioskAtDoor('es')
    await api.update({ kioskId, locale: 'de' })
    expect(await shown()).toBe('de')
    await api.update({ kioskId, speaks: true })
    expect(await listed()).toEqual(['de'])
    await api.update({ kioskId, locale: null })
    expect(await shown()).toBeNull()
  })

  test('is one that we have', async () => {
    const { api, kioskId, listed } = await kioskAtDoor()
    const locale = 'fr' as Language
    expect(await refusal(api.update({ kioskId, locale }))).toBe('BAD_REQUEST')
    expect(await listed()).toEqual([null])
  })
})
