'use client'

import { useTranslations } from 'next-intl'
import { LinkDialog } from '@/components/places/link-dialog'
import type { ApiOutput } from '@/components/providers/api-output'

export type WorkLink = ApiOutput['employments']['invite']

interface WorkLinkDialogProps {
  link: WorkLink | null
  onClose: () => void
}

/** The link of an invitation to work. */
export function WorkLinkDialog({ link, onClose }: WorkLinkDialogProps) {
  const t = useTranslations('employments')
  const words = {
    ...{ title: t('link.title'), hint: t('link.hint'), copy: t('link.copy'), qr: t('link.qr') },
    ...{ onlyHere: t('link.onlyHere'), done: t('link.done') },
  }
  return link && <LinkDialog path={`/work/invitation/${link.link}`} onClose={onClose} {...words} />
}
