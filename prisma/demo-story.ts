import type { numbersFrom } from './random'

/** The people and classes of the demo. Addresses end in example.org, which nobody can own. */
export const teachers = [
  { name: 'Amara Okafor', email: 'amara.okafor@example.org' },
  { name: 'Jonas Lindqvist', email: 'jonas.lindqvist@example.org' },
]

export const admin = { name: 'Priya Raman', email: 'priya.raman@example.org' }

type Habit = 'steady' | 'late riser' | 'often away' | 'often ill'

export const students: Array<{ name: string; email: string; habit: Habit }> = [
  { name: 'Ada Brandt', email: 'ada.brandt@example.org', habit: 'steady' },
  { name: 'Bilal Haddad', email: 'bilal.haddad@example.org', habit: 'late riser' },
  { name: 'Chiara Conti', email: 'chiara.conti@example.org', habit: 'steady' },
  { name: 'David Mensah', email: 'david.mensah@example.org', habit: 'steady' },
  { name: 'Elif Yıldız', email: 'elif.yildiz@example.org', habit: 'often away' },
  { name: 'Finn O’Rourke', email: 'finn.orourke@example.org', habit: 'steady' },
  { name: 'Grace Nakamura', email: 'grace.nakamura@example.org', habit: 'often ill' },
  { name: 'Hugo Lefèvre', email: 'hugo.lefevre@example.org', habit: 'late riser' },
  { name: 'Ines Duarte', email: 'ines.duarte@example.org', habit: 'steady' },
  { name: 'Jakub Nowak', email: 'jakub.nowak@example.org', habit: 'steady' },
  { name: 'Khadija Diallo', email: 'khadija.diallo@example.org', habit: 'steady' },
  { name: 'Liam Petrov', email: 'liam.petrov@example.org', habit: 'often away' },
]

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
