import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'

/**
 * What a form checks with is fetched when it is first sent or a field is left. Where it cannot be had, what was typed goes to
 * the server as it is, which checks it in any case.
 */

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** For `useForm`: checks by a schema of `domain`, `checkedBy(() => import('@/domain/…').then(…))`. */
export function checkedBy<Schema extends FormSchema>(
  load: () => Promise<Schema>,
): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return async (values, context, options) => {
    const parts = await Promise.all([import('@hookform/resolvers/zod'), load()]).catch(() => null)
    if (!parts) return { values: values as z.output<Schema>, errors: {} }
    const [{ zodResolver }, schema] = parts
    const resolve = zodResolver(schema) as Resolver<z.input<Schema>, unknown, z.output<Schema>>
    return resolve(values, context, options)
  }
}

/** For a single field: what is meant by what was typed, or what is wrong with it. */
export async function checked<Output>(
  load: () => Promise<z.ZodType<Output>>,
  typed: unknown,
): Promise<{ data: Output; problem?: undefined } | { data?: undefined; problem: string }> {
  const schema = await load().catch(() => null)
  if (!schema) return { data: typed as Output }
  const { data, error } = schema.safeParse(typed)
  return error ? { problem: error.issues[0]?.message ?? '' } : { data }
}
