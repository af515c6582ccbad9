'use client'

import { Radio, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { StartButton } from '@/components/sessions/start-button'
import { useStartSession } from '@/components/sessions/use-start-session'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { spacedCode } from '../places/join-code'

export type TaughtClass = ApiOutput['classes']['taught'][number]

export function ClassCard({ schoolClass }: { schoolClass: TaughtClass }) {
  const t = useTranslations('classes')
  const { id, name, students, joinCode, openSession, timeZone, assists } = schoolClass
  const start = useStartSession()
  return (
    <Card className="flex flex-col gap-4">
      <div className="min-w-0">
        <h2 className="wrap-anywhere font-bold text-xl">
          <Link href={`/teach/classes/${id}`} className="rounded-sm hover:underline">
            {name}
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
          <span className="inline-flex items-center gap-1.5">
            <Users aria-hidden="true" className="size-4.5" />
            {t('students', { count: students })}
          </span>
          <span>
            {t.rich('card.code', {
              code: spacedCode(joinCode),
              b: (code) => <span className="font-semibold text-ink tabular-nums">{code}</span>,
            })}
          </span>
          {assists && <Badge>{t('card.assist')}</Badge>}
        </p>
      </div>
      <div className="mt-auto grid gap-2">
        {openSession ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Badge tone="positive" icon={<Radio aria-hidden="true" />}>
              <OpenSince at={openSession.openedAt} timeZone={timeZone} />
            </Badge>
            <LinkButton
              href={`/teach/sessions/${openSession.id}`}
              size="sm"
              aria-label={t('card.openBoard', { name })}
            >
              {t('card.toBoard')}
            </LinkButton>
          </div>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <LinkButton
              href={`/teach/classes/${id}`}
              variant="ghost"
              size="sm"
              className="-ms-3"
              aria-label={t('card.pageOf', { name })}
            >
              {t('card.page')}
            </LinkButton>
            <StartButton classId={id} start={start} size="sm" aria-label={t('card.start', { name })} />
          </div>
        )}
        <ActionError error={start.error} />
      </div>
    </Card>
  )
}

function OpenSince({ at, timeZone }: { at: Date | null; timeZone: string }) {
  const t = useTranslations('classes')
  if (!at) return t('card.open')
  return <span>{t.rich('card.openSince', { at: () => <Time at={at} timeZone={timeZone} /> })}</span>
}
