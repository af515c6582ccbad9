import 'server-only'
import type { Role } from '@/domain/roles'
import { type ScopeNoun, scopeOf } from '@/domain/scopes'
import { fieldsOf, type JsonSchema } from '../json-schema'
import type { Operation } from '../operations'
import { components } from './components'
import { documentOf } from './document'
import type { describeOperation } from './operation'
import { outlineOf } from './outline'
import type { Schemas } from './schemas'

type Described = ReturnType<typeof describeOperation>

interface ReferenceField {
  name: string
  type: string
  required: boolean
  example: string
}

export interface ReferenceParameter extends ReferenceField {
  place: 'path' | 'query' | 'header'
}

export interface FormField extends ReferenceField {
  /** A picture, or several of them. */
  file: 'one' | 'several' | null
}

type ReferenceBody =
  | { kind: 'json'; example: string; outline: string }
  | { kind: 'form'; fields: FormField[] }
  | null

/** An operation as the reference page shows it. */
export interface ReferenceOperation {
  id: string
  method: Operation['rest']['method']
  path: string
  summary: string
  who: 'everybody' | 'signed-in' | Role[]
  /** Null where no personal access token will do. */
  scope: ReturnType<typeof scopeOf>
  parameters: ReferenceParameter[]
  body: ReferenceBody
  answer: { kind: 'nothing' | 'json' | 'events'; outline: string; etag: boolean }
}

/** What tokens can be for, and first of all how a program gets in. */
export const referenceGroups = [
  ...['access', 'profile', 'classes', 'sessions', 'attendance', 'clocking'],
  'time-entries',
  ...['face-data', 'roll-calls', 'kiosks', 'workplaces', 'employments', 'pay', 'installation'],
] as ReferenceGroup['noun'][]

export interface ReferenceGroup {
  noun: ScopeNoun | 'access'
  operations: ReferenceOperation[]
}

const textOf = (example: unknown) =>
  example === undefined ? '' : typeof example === 'string' ? example : JSON.stringify(example)

function parametersOf({ parameters }: Described, schemas: Schemas): ReferenceParameter[] {
  return parameters.map((parameter) => {
    if ('$ref' in parameter) {
      const key = parameter.$ref.split('/').at(-1) as keyof typeof components.parameters
      const { name } = components.parameters[key]
      return { name, place: 'header', type: 'string', required: false, example: '' }
    }
    const { name, in: place, required, schema } = parameter
    const example = 'example' in parameter ? textOf(parameter.example) : ''
    return { name, place, required, type: outlineOf(schema, schemas), example }
  })
}

function fileIn(schema: JsonSchema): FormField['file'] {
  if (schema.format === 'binary') return 'one'
  const { items } = schema
  const holds = typeof items === 'object' && !Array.isArray(items) && items.format === 'binary'
  return holds ? 'several' : null
}

function bodyOf(described: Described, schemas: Schemas): ReferenceBody {
  if (!('requestBody' in described) || !described.requestBody) return null
  const { content } = described.requestBody
  const form = content['multipart/form-data']
  const json = content['application/json']
  if (json)
    return {
      kind: 'json',
      example: JSON.stringify(json.example, null, 2),
      outline: outlineOf(json.schema, schemas),
    }
  if (!form) return null
  const { required = [] } = form.schema
  const examples: Record<string, unknown> = form.example
  const fields = fieldsOf(form.schema).map(([name, schema]) => ({
    name,
    type: outlineOf(schema, schemas),
    required: required.includes(name),
    file: fileIn(schema),
    example: fileIn(schema) ? '' : textOf(examples[name]),
  }))
  return { kind: 'form', fields }
}

function answerOf({ responses }: Described, schemas: Schemas): ReferenceOperation['answer'] {
  const etag = '304' in responses
  const content: Record<string, { schema: JsonSchema } | undefined> =
    '200' in responses && responses['200'] ? { ...responses['200'].content } : {}
  const events = content['text/event-stream']
  if (events) return { kind: 'events', outline: outlineOf(events.schema, schemas), etag }
  const json = content['application/json']
  return json
    ? { kind: 'json', outline: outlineOf(json.schema, schemas), etag }
    : { kind: 'nothing', outline: '', etag }
}

/** The OpenAPI document as the reference page shows it, by what tokens can be for. */
export function referenceOf(operations: readonly Operation[]): ReferenceGroup[] {
  const { paths, components } = documentOf(operations)
  const { Problem, ...schemas } = components.schemas
  const shown = operations.flatMap(({ name, type, access, rest: { method, path } }): ReferenceOperation[] => {
    const described = paths[path]?.[method.toLowerCase()]
    if (!described) return []
    const scope = access === 'public' ? null : scopeOf(name, type)
    const who = access === 'public' ? 'everybody' : Array.isArray(access) ? access : 'signed-in'
    return [
      {
        ...{ id: name, method, path, summary: described.summary, scope, who },
        parameters: parametersOf(described, schemas),
        body: bodyOf(described, schemas),
        answer: answerOf(described, schemas),
      },
    ]
  })
  const nounOf = ({ scope }: ReferenceOperation) => scope?.split(':')[0] ?? 'access'
  return referenceGroups
    .map((noun) => ({ noun, operations: shown.filter((operation) => nounOf(operation) === noun) }))
    .filter(({ operations }) => operations.length > 0)
}
