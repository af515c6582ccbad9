'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { NewToken } from './new-token-dialog'

/** The token itself: here, and never again. */
export function TokenShown({ token, onClose }: { token: NewToken | null; onClose: () => void }) {
  const t = useTranslations('tokens')
  if (!token) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shown.title')}
      description={t('shown.description', { name: token.name })}
      footer={<Button onClick={onClose}>{t('shown.done')}</Button>}
    >
      <div className="grid gap-4">
        <code className="break-all rounded-md bg-sunken px-3 py-2 font-mono text-sm">{token.token}</code>
        <div>
          <CopyButton text={token.token} label={t('shown.copy')} />
        </div>
        <Notice tone="caution" icon={<TriangleAlert />}>
          {t('shown.warning')}
        </Notice>
      </div>
    </Dialog>
  )
}
