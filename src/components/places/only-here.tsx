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
  if (!link?.onlyHere) return null
  return (
    <Notice tone="caution" {...(className && { className })}>
      You have opened Clockface as “{link.hostname}”, which only this computer understands. {children}
    </Notice>
  )
}
