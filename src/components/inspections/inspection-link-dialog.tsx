'use client'

import { useTranslations } from 'next-intl'
import { OnlyHere } from '@/components/places/only-here'
import { usePageLink } from '@/components/places/use-page-link'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
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
        <p className="w-full break-all rounded-md bg-sunken px-3 py-2 text-center font-mono text-sm">
          {page.url}
        </p>
        <CopyButton text={page.url} label={t('link.copy')} />
        <OnlyHere link={page}>{t('link.onlyHere')}</OnlyHere>
      </div>
    </Dialog>
  )
}
