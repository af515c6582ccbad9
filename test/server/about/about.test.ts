import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('anybody may know who runs the installation, what it keeps for how long and whether one may begin by oneself, and nothing else', async () => {
  expect(await world.api(null).about.installation()).toEqual({
    operator: { name: null, email: null },
    evidenceDays: 30,
    photosKept: true,
    appointment: 'open',
    mail: false,
  })
})
