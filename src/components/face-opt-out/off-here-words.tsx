import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'

export interface OffHere {
  since: Date
  by: string | null
}

/** Since when a face is off at a place, and who decided so. */
export function useOffHereWords(): (off: OffHere) => ReactNode {
  const t = useTranslations('face-opt-out')
  return ({ since, by: name }) => {
    const date = () => <Time at={since} format="date" />
    return name ? t.rich('here.sinceBy', { date, name }) : t.rich('here.since', { date })
  }
}
