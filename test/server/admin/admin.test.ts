import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { status } from '@/server/admin/service'

const world = testWorld()

test('an engine that cannot start is told to the admin, and the rest of the page is there', async () => {
  const admin = await world.user(['ADMIN'])
  const faceEngine = () => Promise.reject(new Error('facemesh.onnx does not have the pinned hash'))
  expect(await status(world.as(admin, { faceEngine }))).toMatchObject({
    recogniser: null,
    own: null,
    problem: 'facemesh.onnx does not have the pinned hash',
    pad: false,
    accounts: { all: 1 },
  })
})
