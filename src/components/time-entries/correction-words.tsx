'use client'

import { useTranslations } from 'next-intl'
import type { CorrectionState } from '@/domain/corrections'
import { Badge } from '../ui/badge'
import { Time } from '../ui/time'
import type { Tone } from '../ui/tones'
import type { Correction } from './use-work'

const tones: Record<CorrectionState, Tone> = {
  ASKED: 'accent',
  GRANTED: 'positive',
  REFUSED: 'negative',
  WITHDRAWN: 'neutral',
  APPLIED: 'accent',
  AGREED: 'positive',
  DISPUTED: 'caution',
  SETTLED: 'positive',
}

export function CorrectionBadge({ state }: { state: CorrectionState }) {
  const t = useTranslations('time-entries')
  return <Badge tone={tones[state]}>{t(`correction.state.${state}`)}</Badge>
}

type Span = Correction['wanted']

/** What stood, and what is to stand or stands now. */
export function CorrectionTimes({
  correction: { before, wanted },
  timeZone,
}: {
  correction: Pick<Correction, 'before' | 'wanted'>
  timeZone: string
}) {
  const t = useTranslations('time-entries')
  return (
    <>
      <p className="text-muted">
        {t('correction.before')}{' '}
        {before ? <Times span={before} timeZone={timeZone} /> : t('correction.nothing')}
      </p>
      <p className="font-semibold">
        {t('correction.after')} {wanted ? <Times span={wanted} timeZone={timeZone} /> : t('correction.gone')}
      </p>
    </>
  )
}

function Times({ span, timeZone }: { span: NonNullable<Span>; timeZone: string }) {
  const t = useTranslations('time-entries')
  const time = (at: string) => () => <Time at={new Date(at)} timeZone={timeZone} format="dateTime" />
  return (
    <>
      {t.rich('entry.fromTo', { from: time(span.startedAt), to: time(span.endedAt) })}
      {span.breaks.length > 0 && ` · ${t('history.breaks', { count: span.breaks.length })}`}
      {span.workedThrough && ` · ${t('correction.workedThrough')}`}
    </>
  )
}
