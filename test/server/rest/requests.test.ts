import { randomUUID } from 'node:crypto'
import { formOf } from '@test/support/many-parts'
import { aClass, restWorld } from '@test/support/rest-world'
import { describe, expect, test } from 'vitest'

const world = restWorld()

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return { ...(await response.json()), status: response.status }
}

async function ownClass() {
  const teacher = await world.user(['TEACHER'])
  const { id } = await (await world.ask('/classes', { as: teacher, json: aClass })).json()
  return { teacher, id }
}

describe('an operation', () => {
  test('takes JSON, and its answer is its procedure’s, with what its schema lets out', async () => {
    const { teacher, id } = await ownClass()
    const response = await world.ask(`/classes/${id}`, { as: teacher })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ id, name: 'Physics 9b', archivedAt: null })
  })

  test('tells instants with their offset, and leaves out what is undefined', async () => {
    const { teacher, id } = await ownClass()
    const done = await world.ask(`/classes/${id}/archived`, {
      as: teacher,
      method: 'PUT',
      json: { archived: true },
    })
    expect([done.status, await done.text()]).toEqual([204, ''])
    const { archivedAt } = await (await world.ask(`/classes/${id}`, { as: teacher })).json()
    expect(archivedAt).toBe('2026-03-02T03:15:00.000Z')
    expect(Object.keys(await (await world.ask('/echo')).json())).toEqual(['got', 'now'])
  })

  test('is asked by HEAD as by GET, without the body', async () => {
    const { teacher, id } = await ownClass()
    const response = await world.ask(`/classes/${id}`, { as: teacher, method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('etag')).toMatch(/^W\/"/)
  })

  test('belongs to the rights of its person: another teacher’s class does not exist', async () => {
    const { id } = await ownClass()
    const other = await world.user(['TEACHER'])
    expect(await problemOf(await world.ask(`/classes/${id}`, { as: other }))).toMatchObject({
      status: 404,
      code: 'request.not_found',
    })
    const student = await world.user(['STUDENT'])
    expect(await problemOf(await world.ask(`/classes/${id}`, { as: student }))).toMatchObject({
      status: 403,
      code: 'auth.not_allowed',
    })
  })

  test('says who has to say who they are', async () => {
    const response = await world.ask(`/classes/${randomUUID()}`, {
      headers: { cookie: 'next-auth.session-token=x' },
    })
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clockface"')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'auth.sign_in_first' })
  })
})

describe('a body made to tire', () => {
  const headers = { 'content-type': 'application/json' }
  const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`

  const keys: Record<string, string>[] = [{}, { 'idempotency-key': 'deep' }]
  test.each(keys)('is refused where it is deep: %o', async (key) => {
    const as = await world.user(['TEACHER'])
    const response = await world.ask('/classes', { as, body: deep, headers: { ...headers, ...key } })
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'request.malformed' })
  })

  test('is told of the first of its unknown fields', async () => {
    const as = await world.user(['TEACHER'])
    const names = Array.from({ length: 20_000 }, (_, at) => [`f${at}`, 1])
    const response = await world.ask('/classes', { as, json: Object.fromEntries(names) })
    const { code, fields } = await problemOf(response)
    expect([code, Object.keys(fields).length]).toEqual(['request.invalid', 50])
  })

  test('is not told names back that no field could have', async () => {
    const as = await world.user(['TEACHER'])
    const json = { '<script>': 1, ['x'.repeat(1000)]: 1, 'a b': 1, nmae: 1 }
    const { fields } = await problemOf(await world.ask('/classes', { as, json }))
    expect(Object.keys(fields).sort()).toEqual(['', 'lateAfterMinutes', 'name', 'nmae', 'timeZone'])
  })

  test.each([41, 40_000])(
    'is refused with %i parts at once, and no name of theirs comes back',
    async (parts) => {
      const as = await world.user(['STUDENT'])
      const { body, headers } = formOf(parts)
      const path = `/things/${randomUUID()}/pictures`
      const begun = performance.now()
      const response = await world.ask(path, {
        as,
        body,
        headers: { ...headers, 'idempotency-key': 'parts' },
      })
      const text = await response.text()
      expect([response.status, JSON.parse(text).code]).toEqual([400, 'request.too_many_parts'])
      expect(text).not.toContain('part-')
      // The database's part is in it; how long the form takes, its own test holds.
      expect(performance.now() - begun).toBeLessThan(2000)
    },
  )

  test('is refused with unknown parts, and their names do not come back', async () => {
    const as = await world.user(['STUDENT'])
    const { body, headers } = formOf(40)
    const response = await world.ask(`/things/${randomUUID()}/pictures`, { as, body, headers })
    const text = await response.text()
    expect(JSON.parse(text).fields).toMatchObject({ '': 'This field does not exist here.' })
    expect(text).not.toContain('part-')
  })

  test('is not read where nobody has signed in', async () => {
    const { body, headers } = formOf(1)
    let read = 0
    const unread = new ReadableStream({
      pull(controller) {
        read++
        controller.enqueue(body)
      },
    })
    const path = `/things/${randomUUID()}/pictures`
    const response = await world.ask(path, { method: 'POST', body: unread, headers })
    expect(response.status).toBe(401)
    expect(read).toBeLessThan(2)
  })
})

describe('a query', () => {
  const ids = [randomUUID(), randomUUID()]

  test.each([
    ['a list of two', `?ids=${ids[0]}&ids=${ids[1]}`, { ids }],
    ['a list of one', `?ids=${ids[0]}`, { ids: [ids[0]] }],
    ['numbers', '?count=3&numbers=1.5&numbers=-2', { count: 3, numbers: [1.5, -2] }],
    ['truth', '?deep=true', { deep: true }],
    ['a cursor that may be null', `?cursor=${ids[0]}`, { cursor: ids[0] }],
  ])('holds %s as its schema wants it', async (_, search, input) => {
    const response = await world.ask(`/strict${search}`)
    expect(await response.json()).toEqual(input)
  })

  test('of chained inputs has the fields of all', async () => {
    const { got } = await (await world.ask('/echo?at=noon&count=2')).json()
    expect(got).toMatchObject({ at: 'noon', count: 2 })
  })

  test.each([
    ['a word for a number', '?count=three', 'count'],
    ['one field twice', '?count=1&count=2', 'count'],
    ['more than are taken', '?numbers=1&numbers=2&numbers=3&numbers=4', 'numbers'],
    ['a word for truth', '?deep=yes', 'deep'],
  ])('is refused with %s, by the field', async (_, search, field) => {
    const problem = await problemOf(await world.ask(`/strict${search}`))
    expect(problem).toMatchObject({
      status: 400,
      code: 'request.invalid',
      title: 'Something in the form is not right.',
    })
    expect(problem.type).toBe('urn:clockface:error:request.invalid')
    expect(problem.fields).toHaveProperty([field])
  })

  test('is refused with a field that does not exist', async () => {
    const ask = (language: string) =>
      world.ask('/strict?cuont=3', { headers: { 'accept-language': language } })
    const english = await problemOf(await ask('fr, *;q=0.1'))
    expect(english).toMatchObject({
      code: 'request.invalid',
      fields: { cuont: 'This field does not exist here.' },
    })
    const response = await ask('fr;q=0.9, de-AT')
    expect(response.headers.get('content-language')).toBe('de')
    expect((await problemOf(response)).fields).toEqual({ cuont: 'Dieses Feld gibt es hier nicht.' })
  })
})

describe('an address', () => {
  test.each(['/nothing', '/classes/x/y/z', '/', '/classes/%E0%A4%A'])('%s does not exist', async (path) => {
    expect(await problemOf(await world.ask(path))).toMatchObject({ status: 404, code: 'request.not_found' })
  })

  test('says which methods it takes', async () => {
    const response = await world.ask('/classes', { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'request.method' })
    const asked = await world.ask(`/classes/${randomUUID()}/archived`, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'PUT'])
  })
})

describe('a body', () => {
  test.each([
    [
      'JSON that is none',
      { body: '{', headers: { 'content-type': 'application/json' } },
      400,
      'request.malformed',
    ],
    ['a list', { json: [1] }, 400, 'request.malformed'],
    ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'request.media_type'],
    ['a form', { body: new URLSearchParams({ name: 'x' }) }, 415, 'request.media_type'],
    ['a field too many', { json: { ...aClass, owner: 'me' } }, 400, 'request.invalid'],
  ])('with %s is refused', async (_, sent, status, code) => {
    const teacher = await world.user(['TEACHER'])
    expect(await problemOf(await world.ask('/classes', { as: teacher, ...sent }))).toMatchObject({
      status,
      code,
    })
    expect(await world.db.schoolClass.count()).toBe(0)
  })

  test('that is empty is as good as no fields, and says which it lacks', async () => {
    const teacher = await world.user(['TEACHER'])
    const problem = await problemOf(await world.ask('/classes', { as: teacher, method: 'POST' }))
    expect(Object.keys(problem.fields).sort()).toEqual(['lateAfterMinutes', 'name', 'timeZone'])
  })
})

describe('pictures', () => {
  const thingId = randomUUID()
  const path = `/things/${thingId}/pictures`
  const picture = (bytes: number) => new Blob([new Uint8Array(bytes).fill(7)])

  test('come as a form, whole, beside fields and what the path says', async () => {
    const form = new FormData()
    form.append('photo', picture(1000))
    form.append('frame', picture(20))
    form.append('frame', picture(30))
    form.append('note', 'hello')
    const response = await world.ask(path, { as: await world.user(['STUDENT']), body: form })
    const { sizes, ...rest } = await response.json()
    expect(rest).toEqual({ thingId, note: 'hello' })
    expect(sizes.map(({ size }: { size: number }) => size)).toEqual([1000, 20, 30])
  })

  test.each([
    ['a field too many', 'other', 'x', undefined],
    ['a text where a picture belongs', 'frame', 'x', 'frame.0'],
    ['a note that is too long', 'note', 'x'.repeat(11), 'note'],
  ])('with %s are refused', async (_, name, value, field) => {
    const form = new FormData()
    form.append('photo', picture(10))
    form.append(name, value)
    const problem = await problemOf(await world.ask(path, { as: await world.user(['STUDENT']), body: form }))
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' })
    if (field) expect(problem.fields).toHaveProperty([field])
  })

  test('do not come as JSON, nor in a form that cannot be read', async () => {
    const as = await world.user(['STUDENT'])
    expect(await problemOf(await world.ask(path, { as, json: {} }))).toMatchObject({
      status: 415,
      detail: expect.stringContaining('multipart/form-data'),
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await problemOf(await world.ask(path, { as, body: 'no form', headers }))).toMatchObject({
      status: 400,
    })
  })
})
