import type { PayRules } from './schema'
import type { Weekday } from './weekdays'

export const presetIds = ['none', 'us_federal', 'california', 'germany', 'eu', 'uk'] as const
export type PresetId = (typeof presetIds)[number]

/** What a preset’s law asks for and Clockface leaves to people: paid by hand as an extra, or looked after elsewhere. */
export const notComputed = [
  'meal_break_pay',
  'rest_break_pay',
  'reporting_time_pay',
  'split_shift_pay',
  'call_back_pay',
  'bonuses_in_regular_rate',
  'alternative_workweek',
  'exempt_employees',
  'minimum_wage',
  'local_law',
  'sunday_and_holiday_work',
  'night_compensation',
  'weekly_rest',
  'young_workers',
  'collective_agreements',
  'predictive_scheduling',
  'short_clock_outs',
  'first_meal_hour',
  'meal_waivers',
  'six_hours_on_end',
  'average_agreements',
  'tax_records',
] as const

export type SourceTopic =
  | 'overtime'
  | 'regular_rate'
  | 'seventh_day'
  | 'breaks'
  | 'short_breaks'
  | 'hours'
  | 'rest'
  | 'records'

export interface PresetSource {
  readonly topic: SourceTopic
  readonly citation: string
  readonly url: string
}

/** Rules of a law as a start, with where they stand and what they leave out. */
export interface PayPreset {
  /** ISO 4217; null where the law knows several. */
  readonly currency: string | null
  readonly weekStart: Weekday
  readonly payPeriod: 'weekly' | 'two_weekly' | 'semi_monthly' | 'monthly'
  /** How long records of hours and pay are kept; null where the law does not say. */
  readonly keepYears: number | null
  readonly rules: Omit<PayRules, 'from'>
  readonly sources: readonly PresetSource[]
  readonly notComputed: readonly (typeof notComputed)[number][]
}

/** No day and no week is ever as long: nothing to warn of. */
const noLimits = { restMinutes: 0, dayMinutes: 1560, weekMinutes: 10_140 }
const overtime = (afterHours: number, factor: string) => ({ afterMinutes: afterHours * 60, factor })
const cfr = (section: string) => `https://www.ecfr.gov/current/title-29/section-${section}`
const labor = (section: string) =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${section}`
const wtr = (regulation: number) => `https://www.legislation.gov.uk/uksi/1998/1833/regulation/${regulation}`
const arbzg = (paragraph: number) => `https://www.gesetze-im-internet.de/arbzg/__${paragraph}.html`
const directive = 'https://eur-lex.europa.eu/eli/dir/2003/88/oj'

const usSources: readonly PresetSource[] = [
  { topic: 'overtime', citation: '29 USC 207(a)', url: 'https://www.law.cornell.edu/uscode/text/29/207' },
  { topic: 'regular_rate', citation: '29 CFR 778.115', url: cfr('778.115') },
  { topic: 'breaks', citation: '29 CFR 785.18', url: cfr('785.18') },
  { topic: 'records', citation: '29 CFR 516.5', url: cfr('516.5') },
]

/** The presets; an employer may change each of their rules. */
export const presets: Readonly<Record<PresetId, PayPreset>> = {
  none: {
    currency: null,
    weekStart: 'monday',
    payPeriod: 'monthly',
    keepYears: null,
    rules: { limits: noLimits },
    sources: [],
    notComputed: [],
  },
  us_federal: {
    currency: 'USD',
    weekStart: 'sunday',
    payPeriod: 'two_weekly',
    keepYears: 3,
    rules: {
      breaks: [{ paidUpTo: 20 }],
      overtime: { weekly: [overtime(40, '1.5')], base: 'weighted' },
      limits: noLimits,
    },
    sources: usSources,
    notComputed: [
      'short_clock_outs',
      'bonuses_in_regular_rate',
      'exempt_employees',
      'minimum_wage',
      'young_workers',
      'local_law',
      'predictive_scheduling',
      'collective_agreements',
    ],
  },
  california: {
    currency: 'USD',
    weekStart: 'sunday',
    payPeriod: 'semi_monthly',
    keepYears: 3,
    rules: {
      breaks: [
        { paidUpTo: 20 },
        { afterMinutes: 300, minutes: 30, paid: true, minPiece: 30 },
        { afterMinutes: 600, minutes: 60, paid: true, minPiece: 30 },
      ],
      overtime: {
        daily: [overtime(8, '1.5'), overtime(12, '2')],
        weekly: [overtime(40, '1.5')],
        seventhDay: [overtime(0, '1.5'), overtime(8, '2')],
        base: 'weighted',
      },
      limits: noLimits,
    },
    sources: [
      { topic: 'overtime', citation: 'Labor Code 510', url: labor('510') },
      { topic: 'seventh_day', citation: 'Labor Code 510', url: labor('510') },
      { topic: 'breaks', citation: 'Labor Code 512', url: labor('512') },
      { topic: 'short_breaks', citation: '29 CFR 785.18', url: cfr('785.18') },
      { topic: 'regular_rate', citation: '29 CFR 778.115', url: cfr('778.115') },
      { topic: 'records', citation: 'Labor Code 226(a)', url: labor('226') },
    ],
    notComputed: [
      'first_meal_hour',
      'meal_waivers',
      'short_clock_outs',
      'meal_break_pay',
      'rest_break_pay',
      'reporting_time_pay',
      'split_shift_pay',
      'call_back_pay',
      'bonuses_in_regular_rate',
      'alternative_workweek',
      'exempt_employees',
      'minimum_wage',
      'young_workers',
      'local_law',
      'predictive_scheduling',
      'collective_agreements',
    ],
  },
  germany: {
    currency: 'EUR',
    weekStart: 'monday',
    payPeriod: 'monthly',
    keepYears: 2,
    rules: {
      breaks: [
        { afterMinutes: 360, minutes: 30, paid: true, minPiece: 15 },
        { afterMinutes: 540, minutes: 45, paid: true, minPiece: 15 },
      ],
      limits: { restMinutes: 660, dayMinutes: 600, weekMinutes: 2880 },
    },
    sources: [
      { topic: 'hours', citation: 'ArbZG § 3', url: arbzg(3) },
      { topic: 'breaks', citation: 'ArbZG § 4', url: arbzg(4) },
      { topic: 'rest', citation: 'ArbZG § 5', url: arbzg(5) },
      { topic: 'records', citation: 'ArbZG § 16(2)', url: arbzg(16) },
    ],
    notComputed: [
      'six_hours_on_end',
      'average_agreements',
      'night_compensation',
      'sunday_and_holiday_work',
      'minimum_wage',
      'young_workers',
      'collective_agreements',
      'tax_records',
    ],
  },
  eu: {
    currency: null,
    weekStart: 'monday',
    payPeriod: 'monthly',
    keepYears: null,
    rules: {
      breaks: [{ afterMinutes: 360, minutes: 1, paid: true }],
      limits: { restMinutes: 660, dayMinutes: 780, weekMinutes: 2880 },
    },
    sources: [
      { topic: 'rest', citation: 'Directive 2003/88/EC, article 3', url: directive },
      { topic: 'breaks', citation: 'Directive 2003/88/EC, article 4', url: directive },
      { topic: 'hours', citation: 'Directive 2003/88/EC, article 6', url: directive },
    ],
    notComputed: [
      'average_agreements',
      'weekly_rest',
      'night_compensation',
      'sunday_and_holiday_work',
      'minimum_wage',
      'young_workers',
      'local_law',
      'collective_agreements',
    ],
  },
  uk: {
    currency: 'GBP',
    weekStart: 'monday',
    payPeriod: 'monthly',
    keepYears: 6,
    rules: {
      breaks: [{ afterMinutes: 360, minutes: 20, paid: true }],
      limits: { restMinutes: 660, dayMinutes: 780, weekMinutes: 2880 },
    },
    sources: [
      { topic: 'hours', citation: 'Working Time Regulations 1998, regulation 4', url: wtr(4) },
      { topic: 'rest', citation: 'Working Time Regulations 1998, regulation 10', url: wtr(10) },
      { topic: 'breaks', citation: 'Working Time Regulations 1998, regulation 12', url: wtr(12) },
      {
        topic: 'records',
        citation: 'National Minimum Wage Regulations 2015, regulation 59',
        url: 'https://www.legislation.gov.uk/uksi/2015/621/regulation/59',
      },
    ],
    notComputed: [
      'average_agreements',
      'weekly_rest',
      'minimum_wage',
      'young_workers',
      'collective_agreements',
    ],
  },
}

const euCountries = 'AT BE BG HR CY CZ DK EE FI FR GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')
const byCountry: Readonly<Record<string, PresetId>> = { US: 'us_federal', DE: 'germany', GB: 'uk' }

/** The preset to start with in a country (ISO 3166-1) and, in the United States, a state (ISO 3166-2). */
export function presetFor(country: string, region?: string): PresetId {
  if (country === 'US' && region === 'US-CA') return 'california'
  return byCountry[country] ?? (euCountries.includes(country) ? 'eu' : 'none')
}

/** Estatuto de los Trabajadores, article 34.9: four years for the daily record of hours. */
const spain: PresetSource = {
  topic: 'records',
  citation: 'Estatuto de los Trabajadores, artículo 34.9',
  url: 'https://www.boe.es/buscar/act.php?id=BOE-A-2015-11430',
}

/** How many years a country asks for records of hours, with the source; null where nothing is known of it. */
export function recordsKept(country: string): { years: number; source: PresetSource } | null {
  if (country === 'ES') return { years: 4, source: spain }
  const { keepYears, sources } = presets[presetFor(country)]
  const source = sources.find(({ topic }) => topic === 'records')
  return keepYears !== null && source ? { years: keepYears, source } : null
}
