import type { AnyTRPCRouter } from '@trpc/server'
import { fieldsOf } from '../../src/server/rest/json-schema'
import { declaredBy, type Operation, operationsOf, paramsOf } from '../../src/server/rest/operations'

function shapeProblems(operation: Operation): string[] {
  const { type, rest, input, output } = operation
  const fields = fieldsOf(input.schema)
  const known = fields.length === 0 && input.kind === 'json' ? null : fields.map(([name]) => name)
  const inAddress = input.kind === 'json' && (rest.method === 'GET' || rest.method === 'DELETE')
  const deep = fields.filter(([, { type: kind }]) => kind === 'object').map(([name]) => name)
  return [
    ...(type === 'mutation' && rest.method === 'GET' ? ['is a mutation, so its method cannot be GET'] : []),
    ...(type === 'query' && rest.method !== 'GET' && rest.method !== 'POST'
      ? ['is a query, so its method is GET, or POST where its input must not be in an address']
      : []),
    ...(rest.summary ? [] : ['says in no line what it does (meta.rest.summary)']),
    ...(type === 'subscription' && !rest.event ? ['says nothing of its events (meta.rest.event)'] : []),
    ...(type !== 'subscription' && !output ? ['declares no output'] : []),
    ...paramsOf(operation)
      .filter((param) => known && !known.includes(param))
      .map((param) => `has {${param}} in its path, which its input does not know`),
    ...(inAddress ? deep.map((field) => `takes the object ${field}, which no query can hold`) : []),
  ]
}

/** What keeps a router from being a door for programs, a line each. */
export function doorProblems(router: AnyTRPCRouter): string[] {
  const silent = declaredBy(router)
    .filter(({ meta }) => !meta.rest)
    .map(({ name }) => `${name} says neither its address for programs nor why it is the browser's alone`)
  const operations = operationsOf(router)
  const taken = new Map<string, string>()
  const doubled = operations.flatMap(({ name, rest: { method, path } }) => {
    const address = `${method} ${path.replace(/\{\w+\}/g, '{}')}`
    const other = taken.get(address)
    taken.set(address, name)
    return other ? [`${name} and ${other} have the same address: ${address}`] : []
  })
  const wrong = operations.flatMap((one) => shapeProblems(one).map((problem) => `${one.name} ${problem}`))
  return [...silent, ...wrong, ...doubled]
}
