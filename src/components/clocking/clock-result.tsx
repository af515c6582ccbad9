'use client'

import { CircleCheck, Info, LogIn, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Outcome } from '@/components/ui/outcome'
import { useStatusWords } from '@/components/ui/status-words'
import { statusLook } from '@/components/ui/statuses'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tones'
import type { ClockAnswer } from './use-clock'

interface ClockResultProps {
  answer: ClockAnswer
  schoolClass: { name: string; timeZone: string }
  onDone: () => void
}

interface Look {
  title: string
  tone: Tone
  icon: ReactNode
  /** Which of the two times is the one that counts here. */
  time: 'clockedInAt' | 'clockedOutAt'
  words: string
}

const looks: Record<ClockAnswer['kind'], Look> = {
  clocked_in: {
    title: 'Clocked in',
    tone: 'positive',
    icon: <CircleCheck />,
    time: 'clockedInAt',
    words: '',
  },
  returned: {
    title: 'Welcome back',
    tone: 'positive',
    icon: <LogIn />,
    time: 'clockedInAt',
    words: 'You are here again. Your first time stands.',
  },
  already_in: {
    title: 'You were clocked in already',
    tone: 'accent',
    icon: <Info />,
    time: 'clockedInAt',
    words: 'Nothing has changed: your first time stands.',
  },
  clocked_out: { title: 'Clocked out', tone: 'positive', icon: <LogOut />, time: 'clockedOutAt', words: '' },
  already_out: {
    title: 'You were clocked out already',
    tone: 'accent',
    icon: <Info />,
    time: 'clockedOutAt',
    words: 'Nothing has changed: your first time stands.',
  },
}

/** What has just happened, readable at arm's length. */
export function ClockResult({ answer, schoolClass, onDone }: ClockResultProps) {
  const { title, tone, icon, time, words } = looks[answer.kind]
  const at = answer[time]
  const inward = time === 'clockedInAt'
  return (
    <div className="grid min-h-[min(32rem,64dvh)] place-items-center">
      <Outcome
        tone={inward && answer.status === 'LATE' ? 'caution' : tone}
        icon={icon}
        title={title}
        actions={
          <Button size="lg" onClick={onDone}>
            Done
          </Button>
        }
      >
        <div className="grid justify-items-center gap-3">
          {at && (
            <Time
              at={at}
              timeZone={schoolClass.timeZone}
              className="font-bold text-4xl text-ink tracking-tight"
            />
          )}
          {inward && <StatusWord status={answer.status} />}
          <p>{words || schoolClass.name}</p>
        </div>
      </Outcome>
    </div>
  )
}

function StatusWord({ status }: { status: ClockAnswer['status'] }) {
  const word = useStatusWords()
  const { tone, icon: Icon } = statusLook[statusOf[status]]
  return (
    <Badge size="lg" tone={tone} icon={<Icon aria-hidden="true" />}>
      {status === 'PRESENT' ? 'On time' : word(statusOf[status])}
    </Badge>
  )
}
