import { refusal } from '@test/support/errors'
import { cafe, manager, worked } from '@test/support/hours'
import { readPdf } from '@test/support/read-pdf'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import type { Actor } from '@/server/context/context'
import { draftStatementFile } from '@/server/exports/files'

const world = testWorld()
const day = '2026-03-10'

beforeEach(() => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
})

const draft = (who: Actor, employmentId: string, chosen = 'en', on = day) =>
  draftStatementFile(world.as(who), {
    ...{ employmentId, day: on, reader: readerLocale({ chosen, accepted: null, pseudo: false }) },
  })

const textOf = async (...of: Parameters<typeof draft>) => {
  const { text } = await readPdf((await draft(...of)).body)
  return text.replace(/[\s\u00a0\u202f]+/g, ' ')
}

async function eightHours() {
  const place = await cafe(world)
  await worked(world, place, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
  return place
}

describe('the statement of a period that is not paid', () => {
  test.each([
    ['en', 'Draft, not paid: statement of hours and gross pay', '€160.00'],
    ['de', 'Entwurf, nicht bezahlt: Aufstellung der Stunden und des Bruttolohns', '160,00 €'],
    ['es', 'Borrador, sin pagar: relación de horas y salario bruto', '160,00 €'],
  ])('says that it is a draft, to both: %s', async (language, title, gross) => {
    const { owner, person, employmentId } = await eightHours()
    for (const who of [owner, person]) {
      const text = await textOf(who, employmentId, language)
      expect(text).toContain(title)
      expect(text).toContain(gross)
    }
  })

  test('is that of the payment once it is paid', async () => {
    const { workplaceId, owner, person, employmentId } = await eightHours()
    const { payPeriods, payments } = world.api(owner)
    await payPeriods.approve({ workplaceId, employmentId, day, minutes: 480 })
    const due = [{ employmentId, amount: 16_000 }]
    await payments.pay({ workplaceId, day, payments: due, paidOn: '2026-04-02', method: 'CASH' })
    const text = await textOf(person, employmentId)
    expect(text).toContain('April 2, 2026, cash')
    expect(text).not.toContain('Draft')
  })

  test('does not exist for others, nor for who approves without seeing wages', async () => {
    const { workplaceId, employmentId } = await eightHours()
    const others = [
      await manager(world, { workplaceId }, { mayApprove: true }),
      await world.user(['EMPLOYEE'], 'Somebody Else'),
      (await cafe(world)).owner,
    ]
    for (const who of others) expect(await refusal(draft(who, employmentId))).toBe('request.not_found')
  })

  test('needs a rate', async () => {
    const place = await cafe(world, { minorPerHour: null })
    await worked(world, place, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
    expect(await refusal(draft(place.owner, place.employmentId))).toBe('exports.rate_missing')
  })

  test('is of a day of the calendar', async () => {
    const { owner, employmentId } = await eightHours()
    expect(await refusal(draft(owner, employmentId, 'en', '2026-02-30'))).toBe('request.not_found')
  })
})
