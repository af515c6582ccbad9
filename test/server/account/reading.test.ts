import { refusal } from '@test/support/errors'
import { makeUser } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('language and time zone are kept, and can follow the browser again', async () => {
  const person = await makeUser(world.db, { roles: ['STUDENT'], now: new Date() })
  const api = world.api(person)
  const kept = () =>
    world.db.user.findUniqueOrThrow({
      where: { id: person.id },
      select: { locale: true, timeZone: true },
    })
  await api.account.setReading({ locale: 'de', timeZone: 'Europe/Berlin' })
  expect(await kept()).toEqual({ locale: 'de', timeZone: 'Europe/Berlin' })
  await api.account.setReading({ locale: null, timeZone: null })
  expect(await kept()).toEqual({ locale: null, timeZone: null })
})

test('what is no language and no zone is refused', async () => {
  const api = world.api(await makeUser(world.db, { roles: ['STUDENT'], now: new Date() }))
  expect(await refusal(api.account.setReading({ locale: 'xx' as 'en', timeZone: null }))).toBe('BAD_REQUEST')
  expect(await refusal(api.account.setReading({ locale: null, timeZone: 'Berlin' }))).toBe('BAD_REQUEST')
})

test.each(['EN', 'english', ''])('the database takes no %j for a language', async (locale) => {
  const person = await makeUser(world.db, { roles: ['STUDENT'], now: new Date() })
  await expect(world.db.user.update({ where: { id: person.id }, data: { locale } })).rejects.toThrow(
    /User_locale_is_a_language/,
  )
})
