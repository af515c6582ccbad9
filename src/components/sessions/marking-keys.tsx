'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { useStatusWords } from '@/components/ui/status-words'
import { markStatuses } from './mark-statuses'

interface MarkingKeysProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Which keys mark, and where they lead. */
export function MarkingKeys({ open, onOpenChange }: MarkingKeysProps) {
  const t = useTranslations('sessions')
  const word = useStatusWords()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('keys.title')} description={t('keys.hint')}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {markStatuses.map(({ key, look }) => (
          <Row key={key} keys={[key]}>
            {word(look)}
          </Row>
        ))}
        <Row keys={['←', '→', '↑', '↓']}>{t('keys.arrows')}</Row>
        <Row keys={['Home', 'End']}>{t('keys.ends')}</Row>
        <Row keys={['Enter']}>{t('keys.open')}</Row>
        <Row keys={['Esc']}>{t('keys.escape')}</Row>
        <Row keys={['?']}>{t('keys.help')}</Row>
      </dl>
    </Dialog>
  )
}

function Row({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            translate="no"
            className="min-w-8 rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-semibold text-sm"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  )
}
