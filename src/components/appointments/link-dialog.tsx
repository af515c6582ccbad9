'use client'

import { useTranslations } from 'next-intl'
import { ShownLink } from '@/components/places/shown-link'
import { usePageLink } from '@/components/places/use-page-link'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface LinkDialogProps {
  path: string
  /** For whom it is, and what it does. */
  about: string
  onClose: () => void
}

/** A link to hand to somebody. It is shown here and never again. */
export function LinkDialog({ path, about, onClose }: LinkDialogProps) {
  const t = useTranslations('appointments')
  const page = usePageLink(path)
  if (!page) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('link.title')}
      description={about}
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
