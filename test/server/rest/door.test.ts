import { restRouter } from '@test/support/rest-world'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appRouter } from '@/server/api/app-router'
import { documentOf } from '@/server/rest/openapi/document'
import { exampleIdOf } from '@/server/rest/openapi/examples'
import { operationsOf } from '@/server/rest/operations'
import { publicProcedure, router } from '@/server/trpc/procedure'
import { doorProblems } from '../../../scripts/check/door'

describe('the check of the door', () => {
  test('finds nothing wrong with what is there', () => {
    expect(doorProblems(appRouter)).toEqual([])
  })

  test('names every procedure that is silent, or says what cannot be', () => {
    const summary = 'What it does'
    const wrong = router({
      untold: publicProcedure
        .meta({ rest: { method: 'GET', path: '/g' } })
        .output(z.number())
        .query(() => 1),
      silent: publicProcedure.query(() => 1),
      browser: publicProcedure.meta({ rest: { browserOnly: 'It is a page.' } }).query(() => 1),
      noOutput: publicProcedure.meta({ rest: { method: 'GET', path: '/a', summary } }).query(() => 1),
      got: publicProcedure
        .meta({ rest: { method: 'GET', path: '/b', summary } })
        .output(z.void())
        .mutation(() => undefined),
      put: publicProcedure
        .meta({ rest: { method: 'PUT', path: '/c', summary } })
        .output(z.number())
        .query(() => 1),
      param: publicProcedure
        .meta({ rest: { method: 'GET', path: '/d/{id}', summary } })
        .input(z.object({ name: z.string() }))
        .output(z.number())
        .query(() => 1),
      deep: publicProcedure
        .meta({ rest: { method: 'GET', path: '/e', summary } })
        .input(z.object({ filter: z.object({ name: z.string() }) }))
        .output(z.number())
        .query(() => 1),
      doubled: publicProcedure
        .meta({ rest: { method: 'GET', path: '/d/{name}', summary } })
        .input(z.object({ name: z.string() }))
        .output(z.number())
        .query(() => 1),
      stream: publicProcedure
        .meta({ rest: { method: 'GET', path: '/f', summary } })
        .subscription(async function* () {
          yield 1
        }),
    })
    expect(doorProblems(wrong)).toEqual([
      "silent says neither its address for programs nor why it is the browser's alone",
      'untold says in no line what it does (meta.rest.summary)',
      'noOutput declares no output',
      'got is a mutation, so its method cannot be GET',
      'put is a query, so its method is GET, or POST where its input must not be in an address',
      'param has {id} in its path, which its input does not know',
      'deep takes the object filter, which no query can hold',
      'stream says nothing of its events (meta.rest.event)',
      'doubled and param have the same address: GET /d/{}',
    ])
  })
})

describe('the description', () => {
  const { paths, components } = documentOf(operationsOf(restRouter))

  test('has forms with their fields, pictures and lists as what they are', () => {
    const picture = { type: 'string', format: 'binary' }
    const form = {
      schema: {
        properties: {
          photo: picture,
          note: { type: 'string', maxLength: 10 },
          frame: { type: 'array', items: picture, minItems: 1, maxItems: 3 },
        },
        required: ['photo'],
      },
      example: { photo: 'photo.jpg' },
    }
    expect(paths['/things/{thingId}/pictures']?.post).toMatchObject({
      requestBody: { required: true, content: { 'multipart/form-data': form } },
      parameters: [
        { name: 'thingId', in: 'path', required: true, example: exampleIdOf('thingId') },
        { $ref: '#/components/parameters/IdempotencyKey' },
      ],
    })
  })

  test('has the query of a list, without what only pages send', () => {
    const names = paths['/strict']?.get?.parameters.flatMap((one) => ('name' in one ? one.name : []))
    expect(names).toEqual(['ids', 'numbers', 'count', 'deep', 'cursor'])
  })

  test('has instants as texts, and what answers nothing as that', () => {
    const instant = { type: 'string', format: 'date-time' }
    const schema = { properties: { archivedAt: { anyOf: [instant, { type: 'null' }] } } }
    expect(paths['/classes/{classId}']?.get?.responses).toMatchObject({
      '200': { content: { 'application/json': { schema } } },
    })
    const { responses = {} } = paths['/classes/{classId}/archived']?.put ?? {}
    expect(Object.keys(responses).sort()).toEqual(['204', '4XX', '5XX'])
  })

  test('says who may ask, by what, and what a secret takes', () => {
    expect(paths['/echo']?.get).toMatchObject({ security: [] })
    expect(paths['/secrets']?.post).toMatchObject({ security: [{ bearer: [] }], parameters: [] })
    expect(components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' })
    expect(paths['/sessions/{sessionId}/events']?.get).toMatchObject({
      responses: { '200': { content: { 'text/event-stream': { schema: expect.any(Object) } } } },
    })
  })
})
