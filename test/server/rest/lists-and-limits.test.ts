import { aClass, restWorld } from '@test/support/rest-world'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'

const world = restWorld()

async function ownClass() {
  const teacher = await world.user(['TEACHER'])
  const { id } = await (await world.ask('/classes', { as: teacher, json: aClass })).json()
  return { teacher, id }
}

describe('a list', () => {
  test('is read a page at a time, each session once', async () => {
    const { teacher, id: classId } = await ownClass()
    await world.db.classSession.createMany({
      data: Array.from({ length: 65 }, (_, at) => ({
        classId,
        state: 'CLOSED',
        openedAt: new Date(world.clock.now.getTime() + at * 60_000),
        closedAt: new Date(world.clock.now.getTime() + at * 60_000 + 1000),
        lateAfterMinutes: 10,
        createdAt: world.clock.now,
      })),
    })
    const seen: string[] = []
    let pages = 0
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const query: string = cursor ? `?cursor=${cursor}` : ''
      const page = await (await world.ask(`/classes/${classId}/sessions${query}`, { as: teacher })).json()
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([65, 65])
    expect(pages).toBeGreaterThan(1)
  })

  test('that is known is not sent again, until it is another', async () => {
    const { teacher, id } = await ownClass()
    const list = (etag?: string) =>
      world.ask('/classes?archived=false', { as: teacher, headers: etag ? { 'if-none-match': etag } : {} })
    const first = await list()
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const known = await list(`"other", ${etag}`)
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag])
    await world.ask(`/classes/${id}/archived`, { as: teacher, method: 'PUT', json: { archived: true } })
    const changed = await list(etag)
    expect([changed.status, await changed.json()]).toEqual([200, []])
  })
})

describe('how much may be asked', () => {
  const asks = (as?: Actor, address = 'here') =>
    world.ask('/echo', { ...(as ? { as } : {}), headers: { 'x-clockface-address': address } })
  const used = (key: string, points: number) => world.db.tryCount.update({ where: { key }, data: { points } })

  test('stands in every answer, for a person wherever they ask from', async () => {
    const person = await world.user(['STUDENT'])
    const first = await asks(person)
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=600;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=599;t=(60|59)$/)
    expect((await asks(person, 'elsewhere')).headers.get('ratelimit')).toContain('r=598;')
    expect((await asks(await world.user(['STUDENT']))).headers.get('ratelimit')).toContain('r=599;')
  })

  test('ends with 429 and the seconds to wait', async () => {
    const person = await world.user(['STUDENT'])
    await asks(person)
    await used(`api person:${person.id}`, 600)
    const refused = await asks(person)
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'request.too_many'])
    expect(refused.headers.get('ratelimit')).toContain('r=0;')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  test('is counted by address for strangers, wrong tokens among them', async () => {
    expect((await asks()).headers.get('ratelimit')).toContain('r=299;')
    const wrong = {
      authorization: 'Bearer 00000000-0000-7000-8000-000000000000',
      'x-clockface-address': 'here',
    }
    const refused = await world.ask('/echo', { headers: wrong })
    expect([refused.status, refused.headers.get('ratelimit')]).toEqual([
      401,
      expect.stringContaining('r=298;'),
    ])
    await used('api address:here', 300)
    expect((await world.ask('/echo', { headers: wrong })).status).toBe(429)
    expect((await asks(undefined, 'elsewhere')).status).toBe(200)
  })
})
