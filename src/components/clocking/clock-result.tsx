'use client'

import { CircleCheck, Info, LogIn, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Outcome } from '@/components/ui/outcome'
import { statusLook } from '@/components/ui/statuses'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tones'
import type { AttendanceStatus } from '@/domain/attendance'
import type { ClockAnswer } from './use-clock'

interface ClockResultProps {
  answer: ClockAnswer
  place: { name: string; timeZone: string }
  onDone: () => void
}

interface Look {
  tone: Tone
  icon: ReactNode
  /** Which of the two times is the one that counts here. */
  time: 'clockedInAt' | 'clockedOutAt'
  /** What there is to say beside it. */
  words: 'again' | 'unchanged' | null
}

const looks: Record<ClockAnswer['kind'], Look> = {
  clocked_in: { tone: 'positive', icon: <CircleCheck />, time: 'clockedInAt', words: null },
  returned: { tone: 'positive', icon: <LogIn />, time: 'clockedInAt', words: 'again' },
  already_in: { tone: 'accent', icon: <Info />, time: 'clockedInAt', words: 'unchanged' },
  clocked_out: { tone: 'positive', icon: <LogOut />, time: 'clockedOutAt', words: null },
  already_out: { tone: 'accent', icon: <Info />, time: 'clockedOutAt', words: 'unchanged' },
}

/** What has just happened, readable at arm's length. */
export function ClockResult({ answer, place, onDone }: ClockResultProps) {
  const t = useTranslations('clocking')
  const { tone, icon, time, words } = looks[answer.kind]
  const at = answer[time]
  const inward = time === 'clockedInAt'
  const status = 'status' in answer ? answer.status : null
  return (
    <div className="grid min-h-[min(32rem,64dvh)] place-items-center">
      <Outcome
        tone={inward && status === 'LATE' ? 'caution' : tone}
        icon={icon}
        title={t(`result.${answer.kind}`)}
        actions={
          <Button size="lg" onClick={onDone}>
            {t('done')}
          </Button>
        }
      >
        <div className="grid justify-items-center gap-3">
          {at && (
            <Time at={at} timeZone={place.timeZone} className="font-bold text-4xl text-ink tracking-tight" />
          )}
          {inward && status && <StatusWord status={status} />}
          <p>{words ? t(words) : place.name}</p>
        </div>
      </Outcome>
    </div>
  )
}

function StatusWord({ status }: { status: AttendanceStatus }) {
  const t = useTranslations('clocking')
  const { tone, icon: Icon } = statusLook[statusOf[status]]
  return (
    <Badge size="lg" tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Badge>
  )
}
