'use client'

import { useTranslations } from 'next-intl'
import { ShownLink } from '@/components/places/shown-link'
import { usePageLink } from '@/components/places/use-page-link'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface InspectionLinkDialogProps {
  link: { link: string } | null
  onClose: () => void
}

/** The link of an access for an inspector. It is shown here and never again. */
export function InspectionLinkDialog({ link, onClose }: InspectionLinkDialogProps) {
  const t = useTranslations('inspections')
  const page = usePageLink(`/inspect/${link?.link ?? ''}`)
  if (!link || !page) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('link.title')}
      description={t('link.hint')}
      footer={<Button onClick={onClose}>{t('link.done')}</Button>}
    >
      <div className="flex flex-col items-center gap-4">
        <ShownLink page={page} copy={t('link.copy')}>
          {t('link.onlyHere')}
        </ShownLink>
      </div>
    </Dialog>
  )
}
