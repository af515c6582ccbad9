/** The workplace of the demo and who works there; two of the school's students among them. */
export const employer = { name: 'Henrike Voss', email: 'henrike.voss@example.org' }

export const workplace = {
  name: 'Harbour Café',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  kinds: ['Kitchen', 'Service'],
} as const

export interface Worker {
  name: string
  email: string
  jobTitle: string
  kind: (typeof workplace.kinds)[number]
  /** Cents an hour. */
  wage: number
  /** What they do every other shift, at a rate of its own. */
  also?: { kind: (typeof workplace.kinds)[number]; wage: number }
  /** 1 is Monday. */
  weekdays: number[]
  /** Local wall-clock time at which a shift begins. */
  time: string
  /** How long a shift is, with its break of half an hour. */
  minutes: number
  /** Minutes before the first start at which they clocked in, where they are in now. */
  inSince?: number
  /** On a break since so many minutes. */
  breakSince?: number
}

const weekdays = [1, 2, 3, 4, 5]

/** Those whose last name is that of a student of the demo are that student. */
export const workers: Worker[] = [
  {
    ...{ name: 'Aino Virtanen', email: 'aino.virtanen@example.org', jobTitle: 'Cook', kind: 'Kitchen' },
    ...{ wage: 1850, weekdays, time: '07:00', minutes: 510, inSince: 190 },
    also: { kind: 'Service', wage: 1600 },
  },
  {
    ...{ name: 'Bruno Almeida', email: 'bruno.almeida@example.org', jobTitle: 'Cook', kind: 'Kitchen' },
    ...{ wage: 1790, weekdays: [3, 4, 5, 6, 7], time: '08:00', minutes: 510 },
  },
  {
    ...{ name: 'Cem Aydın', email: 'cem.aydin@example.org', jobTitle: 'Barista', kind: 'Service' },
    ...{ wage: 1510, weekdays, time: '08:00', minutes: 480, inSince: 150, breakSince: 12 },
  },
  {
    ...{
      name: 'Daria Kovalenko',
      email: 'daria.kovalenko@example.org',
      jobTitle: 'Barista',
      kind: 'Service',
    },
    ...{ wage: 1510, weekdays: [1, 3, 5, 6], time: '10:00', minutes: 480 },
  },
  {
    ...{ name: 'Emeka Eze', email: 'emeka.eze@example.org', jobTitle: 'Waiter', kind: 'Service' },
    ...{ wage: 1450, weekdays: [2, 4, 6, 7], time: '11:00', minutes: 450 },
  },
  {
    ...{ name: 'Farah Rahimi', email: 'farah.rahimi@example.org', jobTitle: 'Baker', kind: 'Kitchen' },
    ...{ wage: 1720, weekdays: [1, 2, 3, 4, 5, 6], time: '05:00', minutes: 390 },
  },
  {
    ...{ name: 'Gustavo Peña', email: 'gustavo.pena@example.org', jobTitle: 'Waiter', kind: 'Service' },
    ...{ wage: 1450, weekdays: [4, 5, 6], time: '17:30', minutes: 450 },
  },
  {
    ...{ name: 'Hana Suzuki', email: 'hana.suzuki@example.org', jobTitle: 'Barista', kind: 'Service' },
    ...{ wage: 1540, weekdays, time: '09:00', minutes: 390, inSince: 64 },
  },
  {
    ...{ name: 'Isak Berg', email: 'isak.berg@example.org', jobTitle: 'Bar', kind: 'Service' },
    ...{ wage: 1620, weekdays: [5, 6], time: '17:00', minutes: 480 },
  },
  {
    ...{ name: 'Jun Park', email: 'jun.park@example.org', jobTitle: 'Kitchen help', kind: 'Kitchen' },
    ...{ wage: 1390, weekdays: [1, 2, 3, 4], time: '12:00', minutes: 330, inSince: 31 },
  },
  {
    ...{ name: 'Khadija Diallo', email: 'khadija.diallo@example.org', jobTitle: 'Weekends', kind: 'Service' },
    ...{ wage: 1390, weekdays: [6, 7], time: '09:00', minutes: 330 },
  },
  {
    ...{ name: 'Mateo Ruiz', email: 'mateo.ruiz@example.org', jobTitle: 'Weekends', kind: 'Kitchen' },
    ...{ wage: 1390, weekdays: [6, 7], time: '10:00', minutes: 330 },
  },
]

/** Who forgot to clock out two days ago, and who disputes what the employer made of their hours. */
export const forgetful = 'daria.kovalenko@example.org'
export const disputing = 'emeka.eze@example.org'
