import { useTranslations } from 'next-intl'
import { type Status, statusLook } from './statuses'

/** A status as a label says it: "Present". */
export function useStatusWords(): (status: Status) => string {
  const t = useTranslations('attendance')
  return (status) => t(`status.${statusLook[status].word}`)
}
