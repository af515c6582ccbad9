import type { PresetId } from './pay/presets'
import type { PayCycle } from './pay-periods'
import type { Weekday } from './weeks'

/** ISO 3166-1, two letters each. */
export const countries = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW ' +
  'BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET ' +
  'FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM ' +
  'IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA ' +
  'MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU ' +
  'NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL ' +
  'SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE ' +
  'VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** What is usual at a workplace of a country: a place to start from, never what must be. */
export interface CountryUsage {
  currency: string
  weekStart: Weekday
  payCycle: PayCycle
  preset: PresetId | null
}

function of(currency: string, weekStart: Weekday, payCycle: PayCycle, preset: PresetId | null): CountryUsage {
  return { currency, weekStart, payCycle, preset }
}

const usages: Readonly<Record<string, CountryUsage>> = {
  AE: of('AED', 'MONDAY', 'MONTHLY', null),
  AR: of('ARS', 'MONDAY', 'MONTHLY', null),
  AT: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  AU: of('AUD', 'MONDAY', 'TWO_WEEKLY', null),
  BE: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  BG: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  BR: of('BRL', 'SUNDAY', 'MONTHLY', null),
  CA: of('CAD', 'SUNDAY', 'TWO_WEEKLY', null),
  CH: of('CHF', 'MONDAY', 'MONTHLY', null),
  CL: of('CLP', 'MONDAY', 'MONTHLY', null),
  CN: of('CNY', 'MONDAY', 'MONTHLY', null),
  CO: of('COP', 'MONDAY', 'SEMI_MONTHLY', null),
  CY: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  CZ: of('CZK', 'MONDAY', 'MONTHLY', 'eu'),
  DE: of('EUR', 'MONDAY', 'MONTHLY', 'germany'),
  DK: of('DKK', 'MONDAY', 'MONTHLY', 'eu'),
  EE: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  ES: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  FI: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  FR: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  GB: of('GBP', 'MONDAY', 'MONTHLY', 'uk'),
  GR: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  HR: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  HU: of('HUF', 'MONDAY', 'MONTHLY', 'eu'),
  IE: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  IN: of('INR', 'MONDAY', 'MONTHLY', null),
  IT: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  JP: of('JPY', 'SUNDAY', 'MONTHLY', null),
  KE: of('KES', 'MONDAY', 'MONTHLY', null),
  KR: of('KRW', 'MONDAY', 'MONTHLY', null),
  LT: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  LU: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  LV: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  MT: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  MX: of('MXN', 'MONDAY', 'SEMI_MONTHLY', null),
  NL: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  NO: of('NOK', 'MONDAY', 'MONTHLY', null),
  NP: of('NPR', 'SUNDAY', 'MONTHLY', null),
  NZ: of('NZD', 'MONDAY', 'TWO_WEEKLY', null),
  PE: of('PEN', 'MONDAY', 'MONTHLY', null),
  PL: of('PLN', 'MONDAY', 'MONTHLY', 'eu'),
  PT: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  RO: of('RON', 'MONDAY', 'MONTHLY', 'eu'),
  SE: of('SEK', 'MONDAY', 'MONTHLY', 'eu'),
  SG: of('SGD', 'MONDAY', 'MONTHLY', null),
  SI: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  SK: of('EUR', 'MONDAY', 'MONTHLY', 'eu'),
  TR: of('TRY', 'MONDAY', 'MONTHLY', null),
  US: of('USD', 'SUNDAY', 'TWO_WEEKLY', 'us_federal'),
  ZA: of('ZAR', 'MONDAY', 'MONTHLY', null),
}

const elsewhere = of('USD', 'MONDAY', 'MONTHLY', null)

/** The usage of a country; something to start from where none is known. */
export function usageOf(country: string): CountryUsage {
  return usages[country] ?? elsewhere
}

/**
 * Countries whose authority refuses faces for recording working time. Spain: AEPD, Guía sobre tratamientos de control de
 * presencia mediante sistemas biométricos, 23 November 2023. France: CNIL, délibération 2019-001 of 10 January 2019
 * (règlement type "biométrie sur les lieux de travail"), which admits biometrics for access alone.
 */
export const faceRefusingCountries = ['ES', 'FR'] as const
export type FaceRefusingCountry = (typeof faceRefusingCountries)[number]

/** The country itself where its authority refuses faces for recording working time; null elsewhere. */
export function refusesFaces(country: string): FaceRefusingCountry | null {
  return faceRefusingCountries.find((one) => one === country) ?? null
}
