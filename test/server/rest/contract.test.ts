import { randomUUID } from 'node:crypto'
import { contractCases } from '@test/support/contract-cases'
import { exampleRequest, operationsIn } from '@test/support/contract-request'
import { contractScene } from '@test/support/contract-scene'
import { documentSchemas } from '@test/support/document-schemas'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { appRouter } from '@/server/api/app-router'
import { programContext } from '@/server/api/program-context'
import { restHandler } from '@/server/rest/handler'
import { documentOf } from '@/server/rest/openapi/document'
import { operationsOf } from '@/server/rest/operations'

const world = testWorld()
const handle = restHandler({
  router: appRouter,
  services: () => world.context(),
  contextOf: ({ headers }) => programContext(world.context(), headers),
})

// As it is sent: what JSON cannot hold is not in it.
const document: ReturnType<typeof documentOf> = JSON.parse(
  JSON.stringify(documentOf(operationsOf(appRouter))),
)
const wrongIn = documentSchemas(document)
const operations = operationsIn(document)

const password = 'walnut stair lantern'

/** A program's token for what its person may do: some operations take no personal access token. */
async function accessToken(email: string) {
  const api = world.api(null, { via: 'API', address: email })
  return (await api.tokens.signIn({ email, password })).accessToken
}

async function firstEvent(response: Response): Promise<unknown> {
  let heard = ''
  for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    heard += piece
    const data = /^data: (.+)\n/m.exec(heard)?.[1]
    if (data) return JSON.parse(data)
  }
  throw new Error(`No event in ${heard}`)
}

test('every operation of the document has its case, and every case its operation', () => {
  expect(Object.keys(contractCases).sort()).toEqual(operations.map(({ id }) => id).sort())
})

test('a schema notices what it does not name, and what is missing', () => {
  const schema = ['paths', '/classes', 'post', 'responses', '200', 'content', 'application/json', 'schema']
  const id = randomUUID()
  expect(wrongIn({ id }, ...schema)).toEqual([])
  expect(wrongIn({ id, score: 1 }, ...schema)).toHaveLength(1)
  expect(wrongIn({}, ...schema)).toHaveLength(1)
})

describe('answers its own example as the document says', () => {
  test.each(operations)('$method $path', async (operation) => {
    const { id, path, method, described } = operation
    const scene = await contractScene(world)
    const made = await contractCases[id]?.(scene)
    if (!made) throw new Error(`No case for ${id}`)
    const token = made.as && (await accessToken(made.as.email))
    const response = await handle(exampleRequest(operation, token, made.given))
    const type = response.headers.get('content-type')
    const declared = response.status === 204 ? '204' : '200'
    expect([response.status, type], type?.includes('json') ? await response.clone().text() : '').toEqual(
      '204' in described.responses
        ? [204, null]
        : [200, id === 'feeds.session' ? 'text/event-stream' : 'application/json'],
    )
    for (const header of ['ratelimit', 'ratelimit-policy']) expect(response.headers.has(header)).toBe(true)
    if (type === null) return
    if (id === 'feeds.session') {
      const sessionId = String(made.given?.sessionId)
      const mark = { sessionId, studentId: scene.student.id, status: 'PRESENT' as const }
      await world.api(scene.teacher).attendance.mark(mark)
    }
    const answer = type === 'application/json' ? await response.json() : await firstEvent(response)
    const schema = ['paths', path, method.toLowerCase(), 'responses', declared, 'content', type, 'schema']
    expect(wrongIn(answer, ...schema)).toEqual([])
  })
})

describe('tells as a problem that nobody has signed in', () => {
  test.each(operations.filter(({ described }) => described.security.length > 0))(
    '$method $path',
    async (operation) => {
      const response = await handle(exampleRequest(operation, null))
      const problem = await response.json()
      expect([response.status, response.headers.get('content-type'), problem.status]).toEqual([
        ...[401, 'application/problem+json', 401],
      ])
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clockface"')
      expect(wrongIn(problem, 'components', 'schemas', 'Problem')).toEqual([])
    },
  )
})

/** Of one's own things: what is not there is nothing, and what was left is left. */
const harmless = ['attendance.ownRecordHistory', 'places.leave', 'places.declineInvitation']
const ofThings = operations.filter(({ id, path }) => /\{\w+Id\}/.test(path) && !harmless.includes(id))

describe('tells as a problem that the things of the example are nobody’s', () => {
  test.each(ofThings)('$method $path', async (operation) => {
    const made = await contractCases[operation.id]?.(await contractScene(world))
    const token = made?.as ? await accessToken(made.as.email) : null
    const pictures = Object.entries(made?.given ?? {}).filter(([, value]) => value instanceof Blob)
    const response = await handle(exampleRequest(operation, token, Object.fromEntries(pictures)))
    const problem = await response.json()
    expect([response.status, problem.status], JSON.stringify(problem)).toEqual([404, 404])
    expect(wrongIn(problem, 'components', 'schemas', 'Problem')).toEqual([])
  })
})
