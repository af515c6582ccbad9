import { randomUUID } from 'node:crypto'
import { aClass } from '@test/support/rest-world'
import { makeAccount, password } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Scope } from '@/domain/scopes'
import { appRouter } from '@/server/api/app-router'
import { programContext } from '@/server/api/program-context'
import type { Actor } from '@/server/context/context'
import { restHandler } from '@/server/rest/handler'
import { operationsOf } from '@/server/rest/operations'
import { maxGroupPhotoBytes, refusalOf } from '../../../scripts/server/body-limit.mjs'

const world = testWorld()

const handle = restHandler({
  router: appRouter,
  services: () => world.context(),
  contextOf: ({ headers }) => programContext(world.context(), headers),
})

interface Asked {
  method?: string
  json?: object
  key?: string
}

const ask = (path: string, token: string, { method = 'GET', json, key }: Asked = {}) =>
  handle(
    new Request(`http://clockface.test/api/v1${path}`, {
      method,
      ...(json ? { body: JSON.stringify(json) } : {}),
      headers: {
        authorization: `Bearer ${token}`,
        cookie: 'next-auth.session-token=something',
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
    }),
  )

const tokenOf = async (person: Actor, ...scopes: Scope[]) => {
  const input = { name: 'A program', scopes, days: 7 as const, currentPassword: password }
  const { id, token } = await world.api(person).tokens.create(input)
  return { id, token }
}

const told = async (response: Response) => [response.status, (await response.json()).code]

describe('a token', () => {
  test('does what its scopes say, in its person’s name, and the ledger says through what', async () => {
    const teacher = await makeAccount(world)
    const { token } = await tokenOf(teacher, 'classes:read', 'classes:write')
    const made = await ask('/classes', token, { method: 'POST', json: aClass })
    const { id } = await made.json()
    expect((await (await ask(`/classes/${id}`, token)).json()).name).toBe(aClass.name)
    expect(await told(await ask(`/classes/${id}/sessions`, token))).toEqual([403, 'tokens.scope_missing'])
    expect(await told(await ask('/me/password', token, { method: 'POST', json: {} }))).toEqual([
      403,
      'tokens.sign_in_needed',
    ])
    const vias = await world.db.change.findMany({ where: { placeId: id }, select: { via: true } })
    expect(new Set(vias.map(({ via }) => via))).toEqual(new Set(['API']))
  })

  test('that is none is refused, and says so', async () => {
    const response = await ask('/me', 'nothing')
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clockface", error="invalid_token"')
    expect(await told(response)).toEqual([401, 'tokens.invalid'])
  })

  test('with fewer scopes is not given the answer that another one got', async () => {
    const teacher = await makeAccount(world)
    const [may, mayNot] = [await tokenOf(teacher, 'classes:write'), await tokenOf(teacher, 'classes:read')]
    const write = { method: 'POST', json: aClass, key: randomUUID() }
    expect((await ask('/classes', may.token, write)).status).toBe(200)
    expect(await told(await ask('/classes', mayNot.token, write))).toEqual([403, 'tokens.scope_missing'])
    expect((await ask('/classes', may.token, write)).headers.get('idempotent-replayed')).toBe('true')
  })

  test('that is revoked ends the streams that it opened', async () => {
    const teacher = await makeAccount(world)
    const api = world.api(teacher)
    const { id: classId } = await api.classes.create(aClass)
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const { id: tokenId, token } = await tokenOf(teacher, 'sessions:read')
    const stream = await ask(`/sessions/${sessionId}/events`, token)
    expect(stream.status).toBe(200)
    const text = stream.text()
    await api.tokens.revoke({ tokenId })
    expect(await text).toMatch(/^retry: 3000\n\n/)
    expect((await ask(`/sessions/${sessionId}/events`, token)).status).toBe(401)
  })
})

test('the photos of a room go where the server lets a large body through', () => {
  const photos = operationsOf(appRouter).find(({ name }) => name === 'rollCalls.addPhoto')
  const url = `/api/v1${photos?.rest.path.replace(/\{\w+\}/, randomUUID())}`
  const headers = { 'content-type': 'multipart/form-data', 'content-length': String(maxGroupPhotoBytes) }
  expect(refusalOf({ url, headers })).toBeUndefined()
})
