import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appRouter } from '@/server/api/app-router'
import type { ProcedureMeta } from '@/server/trpc/procedure'

interface Definition {
  type: 'query' | 'mutation' | 'subscription'
  meta: ProcedureMeta
  inputs: z.ZodType[]
  output?: z.ZodType
}

const defined: Record<string, unknown> = appRouter._def.procedures
const procedures = Object.entries(defined).map(([path, procedure]) => {
  const { type, meta, inputs, output } = (procedure as { _def: Definition })._def
  return { path, type, inputs, output, access: meta.access, rest: meta.rest }
})

const operations = procedures.flatMap(({ rest, ...procedure }) =>
  rest && 'method' in rest ? [{ ...procedure, ...rest }] : [],
)

/** Every name of a field in a schema, however deep. */
function* namesIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return
  if ('properties' in part) yield* Object.keys(part.properties as object)
  for (const inner of Object.values(part)) yield* namesIn(inner)
}

const namesOf = (schema: z.ZodType) => [
  ...namesIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' })),
]

/** Names under which a score, what it is held against, a template or a credential would travel. */
const secret =
  /similar|score|cosine|distance|probab|threshold|embedding|vector|hash|password|token|secret|fingerprint|^live$/i

/** Answers that tell a secret, once: the procedure, and the name it stands under. */
const toldOnce: Record<string, string[]> = {
  'tokens.create': ['token'],
  'tokens.signIn': ['tokenType', 'accessToken', 'refreshToken'],
  'tokens.refresh': ['tokenType', 'accessToken', 'refreshToken'],
  'appointments.invite': [],
  'passwordReset.handOut': [],
  'employments.invite': [],
  'employments.renewLink': [],
  'inspections.make': [],
  'kiosks.add': [],
  'kiosks.renewLink': [],
}

describe.each(procedures)('$path', ({ path, type, access, rest, output }) => {
  test('says who may call it, and its address or why programs do not', () => {
    expect(access).toBeDefined()
    if (rest && 'browserOnly' in rest) expect(rest.browserOnly).toMatch(/^[A-Z].{10,100}\.$/)
    else expect(rest?.path).toMatch(/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][A-Za-z]*\}))+$/)
  })

  test('says what it answers, and no secret is in it', () => {
    if (type === 'subscription') return
    if (!output) throw new Error('It has no output')
    expect(namesOf(output).filter((name) => secret.test(name))).toEqual(toldOnce[path] ?? [])
    if (rest && 'path' in rest) expect(rest.secret ?? false).toBe(path in toldOnce)
  })
})

describe('the addresses', () => {
  /** Where a `{param}` stands on either side, the two can be the same address. */
  function sameShape(a: string, b: string): boolean {
    const [one, other] = [a.split('/'), b.split('/')]
    const fits = (part: string, at: number) =>
      part.startsWith('{') || other[at]?.startsWith('{') || part === other[at]
    return one.length === other.length && one.every(fits)
  }

  test.each(operations)('$method $path is nobody else’s', ({ method, path }) => {
    const same = operations.filter((other) => other.method === method && sameShape(other.path, path))
    expect(same).toHaveLength(1)
  })

  test.each(operations)('$method $path changes something unless it is GET', ({ type, method }) => {
    expect(method === 'GET').toBe(type !== 'mutation')
  })

  test.each(operations)('each {param} of $path is a field of its input', ({ path, inputs }) => {
    const fields = inputs.flatMap((schema) => fieldsOf(schema))
    const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    if (fields.length > 0) expect(fields).toEqual(expect.arrayContaining(params))
  })

  /** The fields of an input; none where it is a form, whose fields are found when it is parsed. */
  function fieldsOf(schema: z.ZodType): string[] {
    return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  }

  test('no kiosk is asked for anything under them', () => {
    expect(operations.filter(({ access }) => access === 'kiosk')).toEqual([])
  })
})
