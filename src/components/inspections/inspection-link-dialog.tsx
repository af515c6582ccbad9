'use client'

import { useTranslations } from 'next-intl'
import { LinkDialog } from '@/components/places/link-dialog'

interface InspectionLinkDialogProps {
  link: { link: string } | null
  onClose: () => void
}

/** The link of an access for an inspector. */
export function InspectionLinkDialog({ link, onClose }: InspectionLinkDialogProps) {
  const t = useTranslations('inspections')
  const words = {
    ...{ title: t('link.title'), hint: t('link.hint'), copy: t('link.copy') },
    ...{ onlyHere: t('link.onlyHere'), done: t('link.done') },
  }
  return link && <LinkDialog path={`/inspect/${link.link}`} onClose={onClose} {...words} />
}
