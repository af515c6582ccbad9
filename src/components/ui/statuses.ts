import { CircleCheck, CircleDashed, CircleX, Clock, LogOut, type LucideIcon, ShieldCheck } from 'lucide-react'
import type { Tone } from './tones'

/** Where a student stands in a session; `left` came and went again, `waiting` is no record yet. */
export type Status = 'present' | 'late' | 'left' | 'excused' | 'absent' | 'waiting'

/** Clockwise on the dial, and from top to bottom in every list and legend. */
export const statusOrder: readonly Status[] = ['present', 'late', 'left', 'excused', 'absent', 'waiting']

interface StatusLook {
  /** Its key among the words of `attendance`. */
  word: 'PRESENT' | 'LATE' | 'LEFT' | 'EXCUSED' | 'ABSENT' | 'WAITING'
  tone: Tone
  icon: LucideIcon
}

/** A status is always shown by colour, icon and word together, or by icon and word. */
export const statusLook: Record<Status, StatusLook> = {
  present: { word: 'PRESENT', tone: 'positive', icon: CircleCheck },
  late: { word: 'LATE', tone: 'caution', icon: Clock },
  left: { word: 'LEFT', tone: 'accent', icon: LogOut },
  excused: { word: 'EXCUSED', tone: 'special', icon: ShieldCheck },
  absent: { word: 'ABSENT', tone: 'negative', icon: CircleX },
  waiting: { word: 'WAITING', tone: 'neutral', icon: CircleDashed },
}
