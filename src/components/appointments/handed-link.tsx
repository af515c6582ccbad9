'use client'

import { useTranslations } from 'next-intl'
import { LinkDialog } from '@/components/places/link-dialog'

interface HandedLinkProps {
  path: string
  /** For whom it is, and what it does. */
  about: string
  onClose: () => void
}

/** The link of an invitation, or for a new password, which an administrator hands over. */
export function HandedLink({ path, about, onClose }: HandedLinkProps) {
  const t = useTranslations('appointments')
  const words = {
    title: t('link.title'),
    copy: t('link.copy'),
    onlyHere: t('link.onlyHere'),
    done: t('link.done'),
  }
  return <LinkDialog path={path} hint={about} onClose={onClose} {...words} />
}
