import { appRouter } from '@/server/api/app-router'
import { fieldsOf, inputShapeOf } from '@/server/rest/json-schema'
import { exampleOf } from '@/server/rest/openapi/examples'
import { declaredBy } from '@/server/rest/operations'

/** By the name of a field, whatever somebody might put into it. */
export type Pools = Record<string, readonly string[]>

type Procedure = ReturnType<typeof declaredBy>[number]

/** Every procedure but streams and those that take pictures, whose answers are the same for a picture of nobody. */
export const askable: Procedure[] = declaredBy(appRouter).filter(
  ({ type, inputs }) => type !== 'subscription' && inputShapeOf(inputs).kind !== 'form',
)

/** Inputs of a procedure: what its examples say, with everything of the pools in the fields that name it. */
export function inputsFor({ inputs, meta: { rest } }: Procedure, pools: Pools): Record<string, unknown>[] {
  const input = inputShapeOf(inputs)
  const example = rest && !('browserOnly' in rest) ? rest.example : undefined
  const base = exampleOf({
    rest: { method: 'GET', path: '/', ...(example && { example }) },
    input,
  })
  let made: Record<string, unknown>[] = [base]
  for (const [field] of fieldsOf(input.schema)) {
    const pool = pools[field]
    if (!pool) continue
    const filled = made.flatMap((one) => pool.map((value) => ({ ...one, [field]: value })))
    // A field that may be left out is also left out.
    made = field in base ? filled : [...made, ...filled]
  }
  return made
}

/** Calls a procedure by its name. */
export async function callAs(api: object, name: string, input: unknown): Promise<unknown> {
  const call = name.split('.').reduce<unknown>((at, key) => Reflect.get(Object(at), key), api)
  return (call as (input: unknown) => Promise<unknown>)(input)
}
