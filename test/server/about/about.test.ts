import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('anybody may know who runs the installation and what it keeps for how long, and nothing else', async () => {
  expect(await world.api(null).about.installation()).toEqual({
    operator: { name: null, email: null },
    evidenceDays: 30,
    photosKept: true,
  })
})
