import { useState } from 'react'
import type { PayrollFormat } from '@/domain/payroll/format-schema'

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
function isDraft(kept: unknown): kept is Edited {
  if (typeof kept !== 'object' || kept === null) return false
  const { format, before } = kept as Record<string, unknown>
  return [format, before].every((one) => typeof one === 'object' && one !== null)
}

/** What was changed of a format and not saved when this tab left the page. */
export function keptDraft(workplaceId: string): Edited | null {
  try {
    const kept = window.sessionStorage.getItem(keyOf(workplaceId))
    const draft: unknown = kept && JSON.parse(kept)
    return isDraft(draft) ? draft : null
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
