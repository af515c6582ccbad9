import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { refusal } from '@test/support/errors'
import { aClass, restWorld } from '@test/support/rest-world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import type { Actor } from '@/server/context/context'
import { idOf, LEASE_MS, purgeAnswers, takeOn } from '@/server/idempotency/answers'
import { once } from '@/server/idempotency/once'

const world = restWorld()

const make = (as: Actor, key: string, json: object = aClass) =>
  world.ask('/classes', { as, json, headers: { 'idempotency-key': key } })
const classes = () => world.db.schoolClass.count()

test('the same write sent 20 times at once happens once, and all are answered alike', async () => {
  const teacher = await world.user(['TEACHER'])
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => make(teacher, key)))
  expect(await classes()).toBe(1)
  const told = await Promise.all(answers.map(async (one) => [one.status, await one.text()]))
  expect(new Set(told.map(String)).size).toBe(1)
  expect(told[0]?.[0]).toBe(200)
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19)
})

describe('a key', () => {
  test('stands for its content, however it is written', async () => {
    const teacher = await world.user(['TEACHER'])
    const { name, ...rest } = aClass
    const first = await (await make(teacher, 'one')).json()
    expect(await (await make(teacher, '"one"', { ...rest, name })).json()).toEqual(first)
    const other = await make(teacher, 'one', { ...aClass, name: 'Physics 9c' })
    expect([other.status, (await other.json()).code]).toEqual([409, 'request.key_reused'])
    expect(await classes()).toBe(1)
  })

  test('is a person’s own, and an operation’s', async () => {
    const [one, two] = [await world.user(['TEACHER']), await world.user(['TEACHER'])]
    const { id } = await (await make(one, 'key')).json()
    expect((await make(two, 'key')).headers.get('idempotent-replayed')).toBeNull()
    const put = { as: one, method: 'PUT', json: { archived: true }, headers: { 'idempotency-key': 'key' } }
    const done = await world.ask(`/classes/${id}/archived`, put)
    expect([done.status, done.headers.get('idempotent-replayed')]).toEqual([204, null])
    const again = await world.ask(`/classes/${id}/archived`, put)
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, 'true'])
  })

  test('counts for a day', async () => {
    const teacher = await world.user(['TEACHER'])
    await make(teacher, 'key')
    world.wait(24 * 60 - 1)
    await make(teacher, 'key')
    expect(await classes()).toBe(1)
    world.wait(1)
    await make(teacher, 'key')
    expect(await classes()).toBe(2)
  })

  test('is forgotten after a day, and with its account', async () => {
    const [gone, stays] = [await world.user(['TEACHER']), await world.user(['TEACHER'])]
    await once(
      { ...world.context(gone), address: 'x' },
      { operation: 'a', key: 'k', fingerprint: Buffer.of(1) },
      async () => ({ status: 204, body: null }),
    )
    await make(stays, 'key')
    await world.db.user.delete({ where: { id: gone.id } })
    expect(await world.db.idempotentWrite.findMany({ select: { userId: true } })).toEqual([
      { userId: stays.id },
    ])
    world.wait(24 * 60)
    await purgeAnswers(world.context())
    expect(await world.db.idempotentWrite.count()).toBe(0)
  })

  test('is forgotten when a face is erased, and only that person’s', async () => {
    const [person, other] = [await world.user(['STUDENT', 'TEACHER']), await world.user(['TEACHER'])]
    await make(person, 'key')
    await make(other, 'key')
    await world.api(person).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    await world.api(person).enrolment.withdraw()
    expect(await world.db.idempotentWrite.findMany({ select: { userId: true } })).toEqual([
      { userId: other.id },
    ])
  })

  test('tells its answer no more to whoever was taken off a place, and does the write not again', async () => {
    const [owner, helper] = [await world.user(['TEACHER']), await world.user(['TEACHER'])]
    const { id: placeId } = await (await make(owner, 'key')).json()
    const own = await make(helper, 'key')
    expect(own.status).toBe(200)
    await world.db.leader.create({
      data: { placeId, userId: helper.id, role: 'ASSISTANT', since: world.clock.now },
    })
    await world.api(owner).places.removeLeader({ placeId, userId: helper.id })
    const again = await make(helper, 'key')
    expect([again.status, (await again.json()).code]).toEqual([409, 'request.key_spent'])
    expect(await classes()).toBe(2)
    expect((await make(owner, 'key')).status).toBe(200)
  })

  test('tells no more what was answered about somebody whose face is erased since', async () => {
    const [person, teacher] = [await world.user(['STUDENT']), await world.user(['TEACHER'])]
    const ask = (key: string, body: string) =>
      once(world.context(teacher), { operation: 'a', key, fingerprint: Buffer.of(1) }, async () => ({
        status: 200,
        body,
      }))
    await ask('about', JSON.stringify({ band: 'SURE', person: { id: person.id, name: person.name } }))
    await ask('other', '{}')
    await world.api(person).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    await world.api(person).enrolment.withdraw()
    expect(await refusal(ask('about', ''))).toBe('request.key_spent')
    expect(await ask('other', '')).toMatchObject({ answer: { body: '{}' }, replayed: true })
    expect(JSON.stringify(await world.db.idempotentWrite.findMany())).not.toContain(person.id)
  })

  test.each(['', 'x'.repeat(256), 'two words', 'schlüssel'])('"%s" is refused', async (key) => {
    const teacher = await world.user(['TEACHER'])
    const response = await make(teacher, key.replace('ü', '\u00fc'))
    expect([response.status, (await response.json()).code]).toEqual([400, 'request.key_invalid'])
  })

  test('is not taken for an answer that holds a secret', async () => {
    const as = await world.user(['STUDENT'])
    const asked = { as, method: 'POST', headers: { 'idempotency-key': 'key' } }
    const response = await world.ask('/secrets', asked)
    expect([response.status, (await response.json()).code]).toEqual([400, 'request.key_not_taken'])
    expect(await (await world.ask('/secrets', { as, method: 'POST' })).json()).toEqual({
      secret: 'shown once',
    })
    expect(await world.db.idempotentWrite.count()).toBe(0)
  })
})

describe('of pictures', () => {
  const path = `/things/${randomUUID()}/pictures`
  const form = (byte: number) => {
    const body = new FormData()
    body.append('photo', new Blob([new Uint8Array(5000).fill(byte)]))
    return body
  }

  test('only a hash is kept, by which the same ones are known again whatever parts them', async () => {
    const as = await world.user(['STUDENT'])
    const send = (byte: number) =>
      world.ask(path, { as, body: form(byte), headers: { 'idempotency-key': 'key' } })
    const first = await (await send(1)).json()
    const second = await send(1)
    expect([second.headers.get('idempotent-replayed'), await second.json()]).toEqual(['true', first])
    expect((await send(2)).status).toBe(409)
    const [row] = await world.db.idempotentWrite.findMany()
    expect(row?.fingerprint).toHaveLength(32)
    expect(JSON.stringify(row?.body).length).toBeLessThan(300)
  })
})

describe('an error', () => {
  test('of our side is not kept, nor one that says to wait', async () => {
    const as = await world.user(['STUDENT'])
    const send = (path: string) =>
      world.ask(path, { as, method: 'POST', headers: { 'idempotency-key': 'key' } })
    expect([(await send('/failing')).status, (await send('/failing')).status]).toEqual([500, 200])
    const busy = await send('/busy')
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await send('/busy')).headers.get('idempotent-replayed')).toBeNull()
  })

  test('that was decided is the answer, word for word', async () => {
    const teacher = await world.user(['TEACHER'])
    const path = `/classes/${randomUUID()}/archived`
    const headers = { 'idempotency-key': 'key' }
    const put = () => world.ask(path, { as: teacher, method: 'PUT', json: { archived: true }, headers })
    const first = await put()
    expect([first.status, first.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    const again = await put()
    expect([again.status, again.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect([again.headers.get('idempotent-replayed'), await again.text()]).toEqual([
      'true',
      await first.text(),
    ])
  })

  test('of a form that was wrong, or of a right that was missing, leaves the key free', async () => {
    const person = await world.user(['STUDENT'])
    expect((await make(person, 'key')).status).toBe(403)
    await world.db.user.update({ where: { id: person.id }, data: { roles: ['TEACHER'] } })
    expect((await make(person, 'key', { ...aClass, name: '' })).status).toBe(400)
    expect((await make(person, 'key')).status).toBe(200)
  })
})

describe('while a write is being done', () => {
  const write = { operation: 'classes.create', key: 'key', fingerprint: Buffer.alloc(32, 1) }
  const answer = { status: 200, body: '{"id":1}' }

  test('others wait for its answer', async () => {
    const ctx = world.context(await world.user(['TEACHER']))
    const slow = once(ctx, write, async () => {
      await pause(300)
      return answer
    })
    await pause(50)
    expect(await once(ctx, write, () => Promise.reject(new Error('twice')))).toEqual({
      answer,
      replayed: true,
    })
    expect(await slow).toEqual({ answer, replayed: false })
  })

  test('whoever has waited long enough is told to come again', async () => {
    const ctx = world.context(await world.user(['TEACHER']))
    await takeOn(ctx, idOf(ctx, write), write)
    const asked = once(ctx, write, () => Promise.reject(new Error('twice')), 200)
    expect(await refusal(asked)).toBe('request.key_running')
  })

  test('a process that ends in the middle holds the key until its lease is over', async () => {
    const ctx = world.context(await world.user(['TEACHER']))
    const id = idOf(ctx, write)
    await takeOn(ctx, id, write)
    world.clock.now = new Date(world.clock.now.getTime() + LEASE_MS - 1)
    expect(await takeOn(ctx, id, write)).toBeNull()
    world.clock.now = new Date(world.clock.now.getTime() + 1)
    const done = await Promise.all(Array.from({ length: 5 }, () => once(ctx, write, async () => answer)))
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1)
  })

  test('whoever has lost it to another keeps no answer', async () => {
    const ctx = world.context(await world.user(['TEACHER']))
    const late = once(ctx, write, async () => {
      world.wait(10)
      await once(ctx, write, async () => answer)
      return { status: 200, body: '"late"' }
    })
    await late
    expect((await once(ctx, write, async () => answer)).answer).toEqual(answer)
  })
})
