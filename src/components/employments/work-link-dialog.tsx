'use client'

import { useTranslations } from 'next-intl'
import { ShownLink } from '@/components/places/shown-link'
import { usePageLink } from '@/components/places/use-page-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

export type WorkLink = ApiOutput['employments']['invite']

interface WorkLinkDialogProps {
  link: WorkLink | null
  onClose: () => void
}

/** The link of an invitation to work. It is shown here and never again. */
export function WorkLinkDialog({ link, onClose }: WorkLinkDialogProps) {
  const t = useTranslations('employments')
  const page = usePageLink(`/work/invitation/${link?.link ?? ''}`)
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
        <ShownLink page={page} copy={t('link.copy')} qr={t('link.qr')}>
          {t('link.onlyHere')}
        </ShownLink>
      </div>
    </Dialog>
  )
}
