'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ShownLink } from '@/components/places/shown-link'
import { usePageLink } from '@/components/places/use-page-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { useTimeText } from '@/components/ui/time'

export type KioskLink = ApiOutput['kiosks']['add']

interface KioskLinkDialogProps {
  link: KioskLink | null
  /** The kiosk as the list has it: once its link was used it says so. */
  kiosk: ApiOutput['kiosks']['ofPlace'][number] | undefined
  timeZone: string
  onClose: () => void
}

/** The link that makes a device the kiosk. It is shown here and never again. */
export function KioskLinkDialog({ link, kiosk, timeZone, onClose }: KioskLinkDialogProps) {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  const page = usePageLink(`/kiosk/set-up/${link?.link ?? ''}`)
  if (!link || !page) return null
  const used = kiosk !== undefined && kiosk.linkUntil === null && kiosk.registeredAt !== null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('link.title')}
      description={t('link.hint', { time: timeText(link.expiresAt, timeZone) })}
      footer={<Button onClick={onClose}>{t('link.done')}</Button>}
    >
      <div className="flex flex-col items-center gap-4">
        {used ? (
          <Notice tone="positive" icon={<CircleCheck />} title={t('link.used', { name: kiosk.name })}>
            {t('link.usedText')}
          </Notice>
        ) : (
          <ShownLink page={page} copy={t('link.copy')} qr={t('link.qr')}>
            {t('link.onlyHere')}
          </ShownLink>
        )}
      </div>
    </Dialog>
  )
}
