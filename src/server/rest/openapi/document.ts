import 'server-only'
import type { Operation } from '../operations'
import { components, problemSchema } from './components'
import { describeOperation } from './operation'
import type { Schemas } from './schemas'

const about = `Every operation is one of the app's own: the same rights, rules and limits. Times are ISO 8601 with an offset, days are
YYYY-MM-DD. A list that is read a page at a time is \`{items, nextCursor}\`: send \`nextCursor\` as \`cursor\` for the next one.`

/** The OpenAPI document of the operations. */
export function documentOf(operations: readonly Operation[]) {
  const schemas: Schemas = {}
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {}
  for (const operation of operations) {
    const { path, method } = operation.rest
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(operation, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clockface',
      version: '1',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths,
    components: { ...components, schemas: { Problem: problemSchema, ...schemas } },
  }
}
