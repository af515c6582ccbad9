import { randomBytes } from 'node:crypto'
import { testDatabase } from '@test/support/database'
import { expect, test } from 'vitest'
import { checkFaceKey } from '../../../scripts/setup/face-key'

const { url, db } = testDatabase()
const key = randomBytes(32).toString('base64')

test('a database takes the key of its first start, and that one again', async () => {
  await Promise.all([checkFaceKey(url, key, '.data'), checkFaceKey(url, key, '.data')])
  await checkFaceKey(url, key, '.data')
  const [installation, ...others] = await db.installation.findMany()
  expect(others).toEqual([])
  expect(installation?.faceKeyFingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(installation?.faceKeyFingerprint).not.toContain(Buffer.from(key, 'base64').toString('hex'))
})

test('a start with another key is refused in one line that says what to copy', async () => {
  await checkFaceKey(url, key, '.data')
  const refusal = checkFaceKey(url, randomBytes(32).toString('base64'), '/srv/other')
  await expect(refusal).rejects.toThrow(
    /^FACE_KEY is not the one .+ FACE_KEY and NEXTAUTH_SECRET: .+ \/srv\/other\/secrets\.json or the environment\.$/,
  )
  await checkFaceKey(url, key, '.data')
})
