import { useState } from 'react'
import { z } from 'zod'
import type { PayrollFormat } from '@/domain/payroll/format'

export interface Edited {
  /** None yet where it is new. */
  id?: string
  format: PayrollFormat
  source: string | null
  /** As it was before it was changed, where changes were kept. */
  before?: PayrollFormat
}

const keyOf = (workplaceId: string) => `payroll format ${workplaceId}`

/** What is typed may be incomplete: what the format lacks is said beside it. */
const draftSchema = z.object({
  id: z.uuid().optional(),
  source: z.string().nullable(),
  before: z.custom<PayrollFormat>((value) => typeof value === 'object' && value !== null),
  format: z.custom<PayrollFormat>((value) => typeof value === 'object' && value !== null),
})

/** What was changed of a format and not saved when this tab left the page. */
export function keptDraft(workplaceId: string): Edited | null {
  try {
    const kept = window.sessionStorage.getItem(keyOf(workplaceId))
    return kept ? draftSchema.parse(JSON.parse(kept)) : null
  } catch {
    return null
  }
}

/** A format while it is changed: kept until it is saved or let go, wherever the tab goes meanwhile. */
export function useDraft(workplaceId: string, edited: Edited) {
  const { before = edited.format } = edited
  const [format, setFormat] = useState(edited.format)
  const change = (changes: Partial<PayrollFormat>) => {
    const next = { ...format, ...changes }
    setFormat(next)
    window.sessionStorage.setItem(keyOf(workplaceId), JSON.stringify({ ...edited, before, format: next }))
  }
  return {
    ...{ format, change },
    changed: JSON.stringify(format) !== JSON.stringify(before),
    letGo: () => window.sessionStorage.removeItem(keyOf(workplaceId)),
  }
}
