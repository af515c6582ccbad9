import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { PageLink } from './use-page-link'

interface OnlyHereProps {
  link: PageLink | null
  className?: string
  /** What to do instead. */
  children: ReactNode
}

/** Beside a code for others: that the address they would be given leads nowhere but here. */
export function OnlyHere({ link, className, children }: OnlyHereProps) {
  const t = useTranslations('places')
  if (!link?.onlyHere) return null
  return (
    <Notice tone="caution" {...(className && { className })}>
      <p>{t('onlyHere', { hostname: link.hostname })}</p>
      <p>{children}</p>
    </Notice>
  )
}
