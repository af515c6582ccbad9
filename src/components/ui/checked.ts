import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'

/**
 * What a form checks with is fetched when it is first sent. Where it cannot be had, what was typed goes to the server as it is,
 * which checks it in any case.
 */

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** Nobody waits longer for what checks: the server does it too. */
const LONGEST_WAIT = 8_000

const tooLate = () => new Promise<null>((resolve) => setTimeout(resolve, LONGEST_WAIT, null))

/** For what something is on its way: a form by its values, which are the same object as long as it is there; a field by its schema. */
const underWay = new WeakSet<object>()

/** What is sent again while what checks it is on its way, is sent once: the second time comes to nothing. */
async function fetchOnce<Found>(of: object, load: () => Promise<Found>): Promise<Found | null> {
  if (underWay.has(of)) return new Promise(() => undefined)
  underWay.add(of)
  try {
    return await Promise.race([load().catch(() => null), tooLate()])
  } finally {
    underWay.delete(of)
  }
}

/** For `useForm`: checks by a schema of `domain`, `checkedBy(() => import('@/domain/…').then(…))`. */
export function checkedBy<Schema extends FormSchema>(
  load: () => Promise<Schema>,
): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return async (values, context, options) => {
    const parts = await fetchOnce(values, () => Promise.all([import('@hookform/resolvers/zod'), load()]))
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
  const schema = await fetchOnce(load, load)
  if (!schema) return { data: typed as Output }
  const { data, error } = schema.safeParse(typed)
  return error ? { problem: error.issues[0]?.message ?? '' } : { data }
}
