import { type NewExtra, newExtraSchema } from '@/domain/extras-schema'
import { fieldsOfIssue } from '@/domain/field-errors'
import { parseWage } from '@/domain/money'

/** An extra as it is typed; a kind that is none has a name of its own. */
export interface ExtraForm {
  kind: string
  name: string
  day: string
  as: 'minutes' | 'amount'
  minutes: string
  amount: string
  reason: string
}

export const OTHER = 'other'

/** What was typed, or what is wrong with which of its fields. */
export function readExtra(
  form: ExtraForm,
  currency: string,
): { extra: NewExtra; errors: null } | { extra: null; errors: Record<string, string> } {
  const { kind, name, day, as, minutes, amount, reason } = form
  const much =
    as === 'minutes'
      ? minutes.trim() && { minutes: Number(minutes) }
      : { amountMinor: parseWage(amount, currency) ?? 0 }
  const read = newExtraSchema.safeParse({ day, reason, name: kind === OTHER ? name : kind, ...(much || {}) })
  if (read.success) return { extra: read.data, errors: null }
  const found = read.error.issues.flatMap(fieldsOfIssue)
  return {
    extra: null,
    errors: Object.fromEntries(found.map(({ path, message }) => [path.join('.'), message])),
  }
}
