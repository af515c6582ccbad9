import type { ComboboxOption } from '@/components/ui/combobox'

const SHOWN = 60

/** Browsers list some zones by the name that cities had long ago; people look for today's. */
const todaysName: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

function nameOf(timeZone: string): string {
  return todaysName[timeZone] ?? timeZone
}

/** The zone of this device. */
export function ownTimeZone(): string {
  return nameOf(Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** "America/Argentina/Buenos_Aires" as people write it. */
export function timeZoneLabel(timeZone: string): string {
  return timeZone.replaceAll('_', ' ').replaceAll('/', ' / ')
}

/** How far a zone's clocks are from UTC at an instant: "UTC+5:45". */
export function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', 'UTC')
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9+:-]/g, '')

/** The zones whose name holds what was typed, this device's zone first. */
export function findTimeZones(typed: string, at: Date): ComboboxOption[] {
  const own = ownTimeZone()
  const all = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone').map(nameOf)])]
  return all
    .filter((zone) => letters(zone).includes(letters(typed)))
    .slice(0, typed ? SHOWN : all.length)
    .map((zone) => ({ value: zone, label: timeZoneLabel(zone), hint: offsetOf(zone, at) }))
}
