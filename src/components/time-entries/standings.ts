import { CircleDashed, Coffee, LogIn, LogOut, type LucideIcon } from 'lucide-react'
import type { ApiOutput } from '../providers/api-output'
import type { Tone } from '../ui/tones'

export type Board = ApiOutput['timeEntries']['board']
export type Person = Board['people'][number]

/** Where somebody can stand, in the order in which it is shown. */
export const standings = ['IN', 'ON_BREAK', 'GONE', 'OUT'] as const satisfies Person['standing'][]

export const standingLook: Record<Person['standing'], { tone: Tone; icon: LucideIcon }> = {
  IN: { tone: 'positive', icon: LogIn },
  ON_BREAK: { tone: 'caution', icon: Coffee },
  GONE: { tone: 'accent', icon: LogOut },
  OUT: { tone: 'neutral', icon: CircleDashed },
}
