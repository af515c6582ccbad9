import { describe, expect, test } from 'vitest'
import { appRouter } from '@/server/api/app-router'
import { reference } from '@/server/api/reference'
import { outlineOf } from '@/server/rest/openapi/outline'
import { operationsOf } from '@/server/rest/operations'

const shown = reference().flatMap(({ operations }) => operations)

describe('the reference', () => {
  test('shows every operation once', () => {
    const names = operationsOf(appRouter).map(({ name }) => name)
    expect(shown.map(({ id }) => id).sort()).toEqual(names.sort())
  })

  test('shows what is sent, with an example, and what comes back', () => {
    const byId = new Map(shown.map((operation) => [operation.id, operation]))
    expect(byId.get('attendance.mark')).toMatchObject({
      ...{ method: 'PUT', path: '/sessions/{sessionId}/records/{studentId}', who: ['TEACHER'] },
      scope: 'attendance:write',
      body: { kind: 'json', example: '{\n  "status": "PRESENT"\n}' },
      answer: { kind: 'nothing', etag: false },
    })
    const headers = byId.get('attendance.mark')?.parameters.filter(({ place }) => place === 'header')
    expect(headers?.map(({ name }) => name)).toEqual(['Idempotency-Key'])
    expect(byId.get('clocking.byFace')?.body).toMatchObject({
      kind: 'form',
      fields: expect.arrayContaining([expect.objectContaining({ name: 'frame', file: 'several' })]),
    })
    expect(byId.get('feeds.session')?.answer.kind).toBe('events')
    expect(byId.get('tokens.signIn')).toMatchObject({ who: 'everybody', scope: null })
  })
})

test('a schema is read at a glance', () => {
  const schema = {
    type: 'object' as const,
    properties: {
      id: { type: 'string' as const, format: 'uuid' },
      note: { anyOf: [{ type: 'string' as const }, { type: 'null' as const }] },
      marks: { type: 'array' as const, items: { enum: ['A', 'B'] } },
      next: { $ref: '#/components/schemas/again' },
    },
    required: ['id'],
  }
  const again = { type: 'object' as const, additionalProperties: { $ref: '#/components/schemas/again' } }
  expect(outlineOf(schema, { again })).toBe(
    [
      ...['{', '  id: string (uuid)', '  note?: string | null', '  marks?: ("A" | "B")[]'],
      ...['  next?: {', '    [name]: again', '  }', '}'],
    ].join('\n'),
  )
})
