'use client'

import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

interface JoinPreviewProps {
  schoolClass: ApiOutput['places']['toJoin']
  joining: boolean
  error: string | undefined
  onJoin: () => void
  onAnother: () => void
}

/** The class behind a code, to be looked at before joining it. */
export function JoinPreview({ schoolClass, joining, error, onJoin, onAnother }: JoinPreviewProps) {
  const t = useTranslations('study')
  const { name, teacher, joined } = schoolClass
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        <Avatar name={teacher} size="lg" />
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-bold text-xl">{name}</h2>
          <p className="wrap-anywhere text-muted">{t('join.taughtBy', { teacher })}</p>
        </div>
      </div>
      {joined && (
        <Notice tone="positive" title={t('join.already.title')}>
          {t('join.already.text')}
        </Notice>
      )}
      <FormError>{error}</FormError>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        {joined ? (
          <LinkButton href="/study" size="lg">
            {t('toToday')}
          </LinkButton>
        ) : (
          <Button size="lg" loading={joining} onClick={onJoin}>
            {t('join.act')}
          </Button>
        )}
        <Button size="lg" variant="ghost" onClick={onAnother}>
          {t('join.otherCode')}
        </Button>
      </div>
    </div>
  )
}
