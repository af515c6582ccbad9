import 'server-only'
import { createHash } from 'node:crypto'
import { fieldsOf, type JsonSchema } from '../json-schema'
import type { Operation } from '../operations'

/** Fields that name the same thing. */
const alias: Record<string, string> = {
  classId: 'placeId',
  workplaceId: 'placeId',
  studentId: 'userId',
  memberId: 'userId',
}

/** The id that stands in every example for the thing that a field names: the same one in all of them. */
export function exampleIdOf(field: string): string {
  const bytes = createHash('sha256')
    .update(alias[field] ?? field)
    .digest()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What stands for fields whose schema does not tell by itself what they may be. */
const byField: Record<string, unknown> = {
  name: 'Physics 9b',
  email: 'somebody@example.org',
  password: 'walnut stair lantern',
  currentPassword: 'walnut stair lantern',
  newPassword: 'copper lantern stair',
  timeZone: 'Europe/Berlin',
  lateAfterMinutes: 10,
  joinCode: 'ABC234',
  code: '123456',
  title: 'Optics',
  plannedStart: '2027-03-01T08:00',
  plannedEnd: '2027-03-01T08:45',
  photo: 'photo.jpg',
  frame: ['frame.jpg'],
}

const byFormat: Record<string, unknown> = {
  'date-time': '2027-03-01T07:00:00.000Z',
  date: '2027-03-01',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
  binary: 'photo.jpg',
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

function exampleFor(name: string, schema: JsonSchema): unknown {
  const { examples, default: usual, enum: choices, const: only, format, type, anyOf } = schema
  if (Array.isArray(examples) && examples.length > 0) return examples[0]
  if (format === 'uuid') return exampleIdOf(name)
  if (name in byField && type !== 'object') return byField[name]
  if (only !== undefined) return only
  if (choices) return choices[0]
  if (usual !== undefined) return usual
  if (format && format in byFormat) return byFormat[format]
  const [first] = anyOf ?? []
  if (isSchema(first)) return exampleFor(name, first)
  return ofType(name, schema)
}

function ofType(name: string, schema: JsonSchema): unknown {
  const { type, items, minimum = 1, minItems = 1 } = schema
  if (type === 'array') return isSchema(items) && minItems > 0 ? [exampleFor(name, items)] : []
  if (type === 'object') return requiredExamples(schema)
  if (type === 'boolean') return name !== 'evenIfExcused'
  if (type === 'number' || type === 'integer') return Math.max(1, minimum)
  return type === 'null' ? null : 'text'
}

function requiredExamples(schema: JsonSchema): Record<string, unknown> {
  const { required = [] } = schema
  const fields = fieldsOf(schema).filter(([name]) => required.includes(name))
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleFor(name, field)]))
}

/** The example of an operation's input: what it says itself, and of the other fields those that it needs. */
export function exampleOf({ rest, input }: Pick<Operation, 'rest' | 'input'>): Record<string, unknown> {
  return { ...requiredExamples(input.schema), ...rest.example }
}
