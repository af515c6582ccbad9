import type { ApiOutput } from '@/components/providers/api-output'
import type { useTimeText } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tones'

export type KioskAnswer = ApiOutput['kiosks']['stepUp']

export interface Greeting {
  /** Both are spoken where the kiosk speaks. */
  title: string
  text: string
  tone: Tone
  /** Where the person is asked something: what their two answers are called. */
  question: { yes: string; no: string } | null
}

interface Moment {
  timeZone: string
  now: Date
  timeText: ReturnType<typeof useTimeText>
}

function hourIn(timeZone: string, now: Date): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(now)
  return Number(hour)
}

/** Morning until noon, evening from six: by the clock of the class, which may not be that of the kiosk. */
export function dayGreeting(timeZone: string, now: Date): string {
  const hour = hourIn(timeZone, now)
  if (hour < 5 || hour >= 18) return 'Good evening'
  return hour < 12 ? 'Good morning' : 'Good afternoon'
}

const statusWords = {
  PRESENT: 'On time',
  LATE: 'Late',
  EXCUSED: 'Clocked in',
  ABSENT: 'Clocked in',
} as const

/** What the kiosk says to the person it has just recognised. */
export function greetingOf(answer: KioskAnswer, { timeZone, now, timeText }: Moment): Greeting {
  const { kind, firstName, status, ticket } = answer
  const at = (instant: Date | null) => (instant ? timeText(instant, timeZone) : '')
  const came = at(answer.clockedInAt)
  const left = at(answer.clockedOutAt)
  switch (kind) {
    case 'clocked_in':
      return {
        title: `${dayGreeting(timeZone, now)}, ${firstName}.`,
        text: `${statusWords[status]}, ${came}.`,
        tone: status === 'LATE' ? 'caution' : 'positive',
        question: null,
      }
    case 'returned':
      return {
        title: `Welcome back, ${firstName}.`,
        text: `You are here again. Your first time, ${came}, stands.`,
        tone: 'positive',
        question: null,
      }
    case 'clocked_out':
      return {
        title: `Goodbye, ${firstName}.`,
        text: `Clocked out, ${left}.`,
        tone: 'positive',
        question: null,
      }
    case 'here':
      return {
        title: `Hello, ${firstName}.`,
        text: ticket ? `You are in since ${came}. Are you leaving?` : `You are clocked in, ${came}.`,
        tone: 'accent',
        question: ticket ? { yes: 'Clock out', no: 'Still here' } : null,
      }
    case 'left':
      return {
        title: `Hello, ${firstName}.`,
        text: ticket ? `You left at ${left}. Are you back?` : `You are clocked out, ${left}.`,
        tone: 'accent',
        question: ticket ? { yes: 'I am back', no: 'No, I have left' } : null,
      }
  }
}
