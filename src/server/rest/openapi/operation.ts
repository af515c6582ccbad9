import 'server-only'
import { scopeOf } from '@/domain/scopes'
import { fieldsOf, isNothing, type JsonSchema, jsonSchemaOf } from '../json-schema'
import { type Operation, paramsOf } from '../operations'
import { answerHeaders, idempotencyKey, ifNoneMatch, lastEventId, problemResponses } from './components'
import { exampleOf } from './examples'
import { type Schemas, shared } from './schemas'

function whoMayCall({ access, name, type }: Operation): string {
  if (access === 'public') return 'For everybody, without a token.'
  const who = Array.isArray(access)
    ? `people with the role ${access.join(' or ')}`
    : 'everybody with an account'
  const scope = scopeOf(name, type)
  return scope
    ? `For ${who}. A personal access token needs the scope \`${scope}\`.`
    : `For ${who}, by a program that they have signed in; no personal access token will do.`
}

const hasBody = ({ rest: { method }, input: { kind } }: Operation) =>
  kind === 'form' || (kind === 'json' && method !== 'GET' && method !== 'DELETE')

function parametersOf(operation: Operation, schemas: Schemas) {
  const { input, name, type, rest } = operation
  const inPath = paramsOf(operation)
  const example = exampleOf(operation)
  const { required = [] } = input.schema
  const fields = new Map<string, JsonSchema>(fieldsOf(input.schema))
  const one = (field: string, place: 'path' | 'query') => ({
    ...{ name: field, in: place, required: place === 'path' || required.includes(field) },
    schema: shared(fields.get(field) ?? { type: 'string' }, name, schemas),
    ...(field in example ? { example: example[field] } : {}),
  })
  const rests = hasBody(operation) ? [] : [...fields.keys()].filter((field) => !inPath.includes(field))
  const inQuery = type === 'subscription' ? rests.filter((field) => field !== 'lastEventId') : rests
  return [
    ...inPath.map((field) => one(field, 'path')),
    ...inQuery.map((field) => one(field, 'query')),
    ...(type === 'mutation' && !rest.secret ? [idempotencyKey] : []),
    ...(type === 'query' ? [ifNoneMatch] : []),
    ...(type === 'subscription' ? [lastEventId] : []),
  ]
}

function bodyOf(operation: Operation, schemas: Schemas) {
  if (!hasBody(operation)) return {}
  const inPath = paramsOf(operation)
  const { schema, kind } = operation.input
  const inBody = (name: string) => !inPath.includes(name)
  const fields = fieldsOf(schema).filter(([name]) => inBody(name))
  if (schema.properties && fields.length === 0) return {}
  const required = (schema.required ?? []).filter(inBody)
  const own = schema.properties ? { properties: Object.fromEntries(fields), required } : {}
  const example = Object.entries(exampleOf(operation)).filter(([name]) => inBody(name))
  const type = kind === 'form' ? 'multipart/form-data' : 'application/json'
  const content = {
    schema: shared({ ...schema, ...own }, operation.name, schemas),
    example: Object.fromEntries(example),
  }
  return { requestBody: { required: required.length > 0, content: { [type]: content } } }
}

function answerOf({ name, type, output, rest }: Operation, schemas: Schemas) {
  if (type === 'subscription') {
    const schema = shared(rest.event ? jsonSchemaOf(rest.event, 'output') : {}, name, schemas)
    const description =
      'A stream of events (text/event-stream): each has an `id`, and JSON as its `data`. It ends within five minutes and when a right is lost; connect again with the last id.'
    return { '200': { description, headers: answerHeaders, content: { 'text/event-stream': { schema } } } }
  }
  if (!output || isNothing(output)) return { '204': { description: 'Done.', headers: answerHeaders } }
  const schema = shared(jsonSchemaOf(output, 'output'), name, schemas)
  const own = type === 'query' ? 'ETag' : 'Idempotent-Replayed'
  const headers = { ...answerHeaders, [own]: { $ref: `#/components/headers/${own}` } }
  return {
    '200': { description: 'The answer.', headers, content: { 'application/json': { schema } } },
    ...(type === 'query' ? { '304': { description: 'The answer is the one that is known.' } } : {}),
  }
}

/** An operation as the document describes it; schemas that it shares with others are added to those. */
export function describeOperation(operation: Operation, schemas: Schemas) {
  const { access, name, rest } = operation
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: rest.summary ?? name,
    description: whoMayCall(operation),
    security: access === 'public' ? [] : [{ bearer: [] }],
    parameters: parametersOf(operation, schemas),
    ...bodyOf(operation, schemas),
    responses: { ...answerOf(operation, schemas), ...problemResponses },
  }
}
