import 'server-only'
import { AppError } from '@/domain/errors'
import { boundedForm } from '../trpc/bounded-form'
import type { Found } from './find'
import { fieldsOf, type JsonSchema } from './json-schema'

function kindsOf({ type, anyOf = [], oneOf = [], allOf = [] }: JsonSchema): string[] {
  const own = type === undefined ? [] : [type].flat()
  return [
    ...own,
    ...[anyOf, oneOf, allOf].flat().flatMap((one) => (typeof one === 'object' ? kindsOf(one) : [])),
  ]
}

/** A text of an address as its schema wants it; what does not fit stays as it is, for the schema to refuse. */
function valueFrom(schema: JsonSchema, text: string): unknown {
  const kinds = kindsOf(schema)
  if ((kinds.includes('number') || kinds.includes('integer')) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text)
  if (kinds.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function fieldValue(schema: JsonSchema | undefined, texts: readonly string[]): unknown {
  if (schema && kindsOf(schema).includes('array')) {
    const items = typeof schema.items === 'object' && !Array.isArray(schema.items) ? schema.items : {}
    return texts.map((text) => valueFrom(items, text))
  }
  const [first = '', ...more] = texts
  return more.length > 0 ? texts : valueFrom(schema ?? {}, first)
}

function ofAddress({ operation, params }: Found, query: URLSearchParams): Record<string, unknown> {
  const schemas = new Map(fieldsOf(operation.input.schema))
  const texts = new Map([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
  for (const [name, value] of Object.entries(params)) texts.set(name, [value])
  return Object.fromEntries([...texts].map(([name, values]) => [name, fieldValue(schemas.get(name), values)]))
}

const JSON_TYPE = 'application/json'

/** Deeper than any input, and than nobody's stack is. */
const DEEPEST = 20

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1))
}

const mediaType = (request: Request) =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = mediaType(request)
  if (type !== '' && type !== JSON_TYPE) throw new AppError('request.media_type', { type: JSON_TYPE })
  const text = await request.text()
  if (text === '') return {}
  if (type === '') throw new AppError('request.media_type', { type: JSON_TYPE })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AppError('request.malformed')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isDeeper(value, DEEPEST))
    throw new AppError('request.malformed')
  return { ...value }
}

async function readForm(request: Request, params: Record<string, string>): Promise<FormData> {
  if (mediaType(request) !== 'multipart/form-data')
    throw new AppError('request.media_type', { type: 'multipart/form-data' })
  const form = await boundedForm(request)
  for (const [name, value] of Object.entries(params)) form.set(name, value)
  return form
}

/** The input of a request: what its address says stands above what its body says. */
export async function readInput(request: Request, found: Found): Promise<unknown> {
  const { input, rest } = found.operation
  const { searchParams } = new URL(request.url)
  if (input.kind === 'none') return undefined
  if (input.kind === 'form') return readForm(request, found.params)
  if (rest.method === 'GET' || rest.method === 'DELETE') return ofAddress(found, searchParams)
  return { ...(await readJson(request)), ...ofAddress(found, new URLSearchParams()) }
}
