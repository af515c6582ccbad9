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

/** Of countries of which no more is known: what is paid with there (ISO 4217), the US dollar where none is named. */
const currencies = new Map(
  (
    'AFN:AF ALL:AL AMD:AM AOA:AO AUD:CC,CX,KI,NF,NR,TV AWG:AW AZN:AZ BAM:BA BBD:BB BDT:BD BHD:BH ' +
    'BIF:BI BMD:BM BND:BN BOB:BO BSD:BS BTN:BT BWP:BW BYN:BY BZD:BZ CDF:CD CHF:LI CRC:CR CUP:CU ' +
    'CVE:CV DJF:DJ DKK:FO,GL DOP:DO DZD:DZ EGP:EG ERN:ER ETB:ET ' +
    'EUR:AD,AX,BL,GF,GP,MC,ME,MF,MQ,PM,RE,SM,VA,YT FJD:FJ FKP:FK GBP:GG,IM,JE GEL:GE GHS:GH GIP:GI ' +
    'GMD:GM GNF:GN GTQ:GT GYD:GY HKD:HK HNL:HN HTG:HT IDR:ID ILS:IL,PS IQD:IQ IRR:IR ISK:IS JMD:JM ' +
    'JOD:JO KGS:KG KHR:KH KMF:KM KPW:KP KWD:KW KYD:KY KZT:KZ LAK:LA LBP:LB LKR:LK LRD:LR LSL:LS ' +
    'LYD:LY MAD:MA MDL:MD MGA:MG MKD:MK MMK:MM MNT:MN MOP:MO MRU:MR MUR:MU MVR:MV MWK:MW MYR:MY ' +
    'MZN:MZ NAD:NA NGN:NG NIO:NI NOK:SJ NZD:CK,NU,PN,TK OMR:OM PAB:PA PGK:PG PHP:PH PKR:PK PYG:PY ' +
    'QAR:QA RSD:RS RUB:RU RWF:RW SAR:SA SBD:SB SCR:SC SDG:SD SHP:SH SLE:SL SOS:SO SRD:SR SSP:SS ' +
    'STN:ST SYP:SY SZL:SZ THB:TH TJS:TJ TMT:TM TND:TN TOP:TO TTD:TT TWD:TW TZS:TZ UAH:UA UGX:UG ' +
    'UYU:UY UZS:UZ VES:VE VND:VN VUV:VU WST:WS XAF:CF,CG,CM,GA,GQ,TD XCD:AG,AI,DM,GD,KN,LC,MS,VC ' +
    'XCG:CW,SX XOF:BF,BJ,CI,GW,ML,NE,SN,TG XPF:NC,PF,WF YER:YE ZMW:ZM ZWG:ZW'
  )
    .split(' ')
    .flatMap((line) => {
      const [currency = '', within = ''] = line.split(':')
      return within.split(',').map((country) => [country, currency] as const)
    }),
)

/** The usage of a country; something to start from where no more than its currency is known. */
export function usageOf(country: string): CountryUsage {
  return usages[country] ?? of(currencies.get(country) ?? 'USD', 'MONDAY', 'MONTHLY', null)
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
