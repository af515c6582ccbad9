import { CircleCheck, CircleDashed, CircleX, Clock, type LucideIcon, ShieldCheck } from 'lucide-react'
import type { Tone } from './tones'

/** Where a student stands in a session; `waiting` is no record yet. */
export type Status = 'present' | 'late' | 'excused' | 'absent' | 'waiting'

/** Clockwise on the dial, and from top to bottom in every list and legend. */
export const statusOrder: readonly Status[] = ['present', 'late', 'excused', 'absent', 'waiting']

interface StatusLook {
  label: string
  tone: Tone
  icon: LucideIcon
}

/** A status is always shown by colour, icon and word together, or by icon and word. */
export const statusLook: Record<Status, StatusLook> = {
  present: { label: 'Present', tone: 'positive', icon: CircleCheck },
  late: { label: 'Late', tone: 'caution', icon: Clock },
  excused: { label: 'Excused', tone: 'special', icon: ShieldCheck },
  absent: { label: 'Absent', tone: 'negative', icon: CircleX },
  waiting: { label: 'Not yet', tone: 'neutral', icon: CircleDashed },
}
