import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'

/**
 * What a form checks with is fetched when it is first sent. Where it cannot be had, what was typed goes to the server as it is,
 * which checks it in any case.
 */

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** What is sent again while what checks it is on its way, is sent once: the second time comes to nothing. */
function oneAtATime() {
  let underWay = false
  return async function fetchOnce<Found>(load: () => Promise<Found>): Promise<Found | null> {
    if (underWay) return new Promise(() => undefined)
    underWay = true
    try {
      return await load().catch(() => null)
    } finally {
      underWay = false
    }
  }
}
const fetchForForm = oneAtATime()
const fetchForField = oneAtATime()

/** For `useForm`: checks by a schema of `domain`, `checkedBy(() => import('@/domain/…').then(…))`. */
export function checkedBy<Schema extends FormSchema>(
  load: () => Promise<Schema>,
): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return async (values, context, options) => {
    const parts = await fetchForForm(() => Promise.all([import('@hookform/resolvers/zod'), load()]))
    if (!parts) return { values: values as z.output<Schema>, errors: {} }
    const [{ zodResolver }, schema] = parts
    const resolve = zodResolver(schema) as Resolver<z.input<Schema>, unknown, z.output<Schema>>
    return resolve(values, context, options)
  }
}

/** For a single field that is sent: what is meant by what was typed, or what is wrong with it. */
export async function checked<Output>(
  load: () => Promise<z.ZodType<Output>>,
  typed: unknown,
): Promise<{ data: Output; problem?: undefined } | { data?: undefined; problem: string }> {
  const schema = await fetchForField(load)
  if (!schema) return { data: typed as Output }
  const { data, error } = schema.safeParse(typed)
  return error ? { problem: error.issues[0]?.message ?? '' } : { data }
}
