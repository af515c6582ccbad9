import type { SampleFace } from '@/server/demo/sample-faces'
import type { numbersFrom } from './random'

/** The people and classes of the demo. Addresses end in example.org, which nobody can own. */
export const teachers = [
  { name: 'Amara Okafor', email: 'amara.okafor@example.org' },
  { name: 'Jonas Lindqvist', email: 'jonas.lindqvist@example.org' },
]

export const admin = { name: 'Priya Raman', email: 'priya.raman@example.org' }

type Habit = 'steady' | 'late riser' | 'often away' | 'often ill'

interface Student {
  name: string
  email: string
  habit: Habit
  /** Whose face of the sample photos stands in for theirs. */
  sample?: SampleFace
  /** Seconds after the first start at which they clock in to the open session. */
  arrives?: number
}

/** Most have enrolled; of the last two one wants no face recognition, and one has not come round to it. */
export const students: Student[] = [
  { name: 'Ada Brandt', email: 'ada.brandt@example.org', habit: 'steady', sample: 'a' },
  { name: 'Bahar Haddad', email: 'bahar.haddad@example.org', habit: 'late riser', sample: 'h' },
  { name: 'Chiara Conti', email: 'chiara.conti@example.org', habit: 'steady', sample: 'k', arrives: 70 },
  { name: 'Dede Mensah', email: 'dede.mensah@example.org', habit: 'steady', sample: 'f', arrives: 45 },
  { name: 'Elif Yıldız', email: 'elif.yildiz@example.org', habit: 'often away', sample: 'i' },
  { name: 'Fiona O’Rourke', email: 'fiona.orourke@example.org', habit: 'steady', sample: 'd', arrives: 130 },
  { name: 'Grace Nakamura', email: 'grace.nakamura@example.org', habit: 'often ill', sample: 'j' },
  { name: 'Hélène Lefèvre', email: 'helene.lefevre@example.org', habit: 'late riser', sample: 'e' },
  { name: 'Ines Duarte', email: 'ines.duarte@example.org', habit: 'steady', sample: 'b', arrives: 20 },
  { name: 'Jagoda Nowak', email: 'jagoda.nowak@example.org', habit: 'steady', sample: 'l', arrives: 165 },
  { name: 'Khadija Diallo', email: 'khadija.diallo@example.org', habit: 'steady', sample: 'g', arrives: 210 },
  { name: 'Lilia Petrova', email: 'lilia.petrova@example.org', habit: 'often away', sample: 'c' },
  { name: 'Mateo Ruiz', email: 'mateo.ruiz@example.org', habit: 'steady', arrives: 100 },
  { name: 'Noah Fischer', email: 'noah.fischer@example.org', habit: 'late riser' },
]

/** Who takes part without a face, by their own wish. */
export const withoutFace = 'mateo.ruiz@example.org'

export interface DemoClass {
  name: string
  teacher: string
  timeZone: string
  /** 1 is Monday. */
  weekdays: number[]
  /** Local wall-clock time of the start. */
  time: string
  minutes: number
  /** Which of the students, by position. */
  members: number[]
  /** A session of it has just been opened. */
  open?: boolean
}

const everybody = students.map((_, index) => index)

export const classes: DemoClass[] = [
  {
    name: 'Physics 9b',
    teacher: 'amara.okafor@example.org',
    timeZone: 'Europe/Berlin',
    weekdays: [1, 3, 5],
    time: '09:00',
    minutes: 90,
    members: everybody,
    open: true,
  },
  {
    name: 'Robotics club',
    teacher: 'amara.okafor@example.org',
    timeZone: 'Europe/Berlin',
    weekdays: [2],
    time: '15:30',
    minutes: 60,
    members: [0, 2, 3, 6, 8, 10],
  },
  {
    name: 'History 9b',
    teacher: 'jonas.lindqvist@example.org',
    timeZone: 'Europe/Berlin',
    weekdays: [2, 4],
    time: '11:15',
    minutes: 45,
    members: everybody,
  },
]

type Day = number | 'absent' | 'excused'

/** By habit: how many minutes after the start a student comes on a given day, or why not at all. */
export const arrivals: Record<Habit, (random: ReturnType<typeof numbersFrom>) => Day> = {
  steady: (random) => (random.next() < 0.04 ? 'excused' : random.below(8)),
  'late riser': (random) => (random.next() < 0.06 ? 'absent' : 4 + random.below(18)),
  'often away': (random) => (random.next() < 0.3 ? 'absent' : random.below(12)),
  'often ill': (random) => (random.next() < 0.35 ? 'excused' : random.below(7)),
}
