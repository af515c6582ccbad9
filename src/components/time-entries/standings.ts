import { AlarmClock, CircleDashed, Coffee, LogIn, LogOut, type LucideIcon } from 'lucide-react'
import type { BoardStanding } from '@/domain/time-entries'
import type { ApiOutput } from '../providers/api-output'
import type { Tone } from '../ui/tones'

export type Board = ApiOutput['timeEntries']['board']
export type Person = Board['people'][number]

export const standingLook: Record<BoardStanding, { tone: Tone; icon: LucideIcon }> = {
  IN: { tone: 'positive', icon: LogIn },
  ON_BREAK: { tone: 'caution', icon: Coffee },
  OVERDUE: { tone: 'negative', icon: AlarmClock },
  GONE: { tone: 'accent', icon: LogOut },
  OUT: { tone: 'neutral', icon: CircleDashed },
}
