'use client'

import { useTranslations } from 'next-intl'
import { OnlyHere } from '@/components/places/only-here'
import { usePageLink } from '@/components/places/use-page-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { QrCode } from '@/components/ui/qr-code'

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
        <QrCode value={page.url} label={t('link.qr')} size={232} />
        <p className="w-full break-all rounded-md bg-sunken px-3 py-2 text-center font-mono text-sm">
          {page.url}
        </p>
        <CopyButton text={page.url} label={t('link.copy')} />
        <OnlyHere link={page}>{t('link.onlyHere')}</OnlyHere>
      </div>
    </Dialog>
  )
}
