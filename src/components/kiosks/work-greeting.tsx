'use client'

import { CircleCheck, Coffee, Hand, LogOut, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { hoursText } from '@/domain/worked-days'
import { Button } from '../ui/button'
import { Outcome } from '../ui/outcome'
import { useTimeText } from '../ui/time'
import type { Tone } from '../ui/tones'
import { KioskButton } from './kiosk-button'
import { useReturn } from './use-return'
import { useSpeech } from './use-speech'
import type { WorkActName, WorkAnswer, WorkWish } from './use-work-kiosk'

const GREETING_MS = 7_000
const QUESTION_MS = 15_000

interface WorkGreetingProps {
  answer: WorkAnswer
  timeZone: string
  speaks: boolean
  pending: boolean
  onSay: (what: WorkActName, wish?: WorkWish) => void
  onDone: () => void
}

const looks: Record<WorkAnswer['kind'], { tone: Tone; icon: typeof Hand }> = {
  clocked_in: { tone: 'positive', icon: CircleCheck },
  clocked_out: { tone: 'positive', icon: LogOut },
  break_started: { tone: 'caution', icon: Coffee },
  break_ended: { tone: 'positive', icon: CircleCheck },
  taken_back: { tone: 'accent', icon: Undo2 },
  asked: { tone: 'accent', icon: Hand },
}

/** Name, time and hours of today; what one wants next, and the last scan back within five minutes. */
export function WorkGreeting({ answer, timeZone, speaks, pending, onSay, onDone }: WorkGreetingProps) {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  const { kind, firstName: name, at, acts, minutesToday, standing, takeBack, forgotten } = answer
  const { tone, icon: Icon } = looks[kind]
  const time = at ? timeText(at, timeZone) : ''
  const asks = acts.length > 0
  const title = t(`work.title.${kind}`, { name })
  const text =
    kind === 'asked'
      ? t(`work.stands.${standing}`, { time })
      : kind === 'taken_back'
        ? ''
        : t(`work.at.${kind}`, { time })
  const hours = t('work.hours', { hours: hoursText(minutesToday) })
  useSpeech(t('spoken', { title, text: `${text} ${hours}` }), speaks)
  useReturn(asks ? QUESTION_MS : GREETING_MS, onDone)
  return (
    <Outcome
      size="far"
      tone={tone}
      icon={<Icon />}
      title={title}
      actions={
        <>
          <Wishes answer={answer} pending={pending} onSay={onSay} />
          <KioskButton variant="secondary" onPress={onDone}>
            {asks ? t('work.nothing') : t('work.done')}
          </KioskButton>
          {takeBack && (
            <Button variant="ghost" size="lg" disabled={pending} onClick={() => onSay('take_back')}>
              <Undo2 aria-hidden="true" />
              {t(`work.takeBack.${takeBack.what}`, { time: timeText(takeBack.at, timeZone) })}
            </Button>
          )}
        </>
      }
    >
      {text && <p>{text}</p>}
      <p className="font-bold text-ink tabular-nums">{hours}</p>
      {forgotten && <p className="mt-2 text-caution-ink text-lg">{t('work.forgotten')}</p>}
    </Outcome>
  )
}

function Wishes({ answer, pending, onSay }: Pick<WorkGreetingProps, 'answer' | 'pending' | 'onSay'>) {
  const t = useTranslations('kiosks')
  const { acts, kinds, mayHaveWorkedThrough } = answer
  if (acts.includes('in') && kinds.length > 1)
    return kinds.map(({ id, name }) => (
      <KioskButton key={id} loading={pending} onPress={() => onSay('in', { kindId: id })}>
        {name}
      </KioskButton>
    ))
  return (
    <>
      {acts.map((act) => (
        <KioskButton key={act} loading={pending} onPress={() => onSay(act)}>
          {t(`work.act.${act}`)}
        </KioskButton>
      ))}
      {acts.includes('out') && mayHaveWorkedThrough && (
        <KioskButton
          variant="secondary"
          loading={pending}
          onPress={() => onSay('out', { workedThrough: true })}
        >
          {t('work.workedThrough')}
        </KioskButton>
      )}
    </>
  )
}
