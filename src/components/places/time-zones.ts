import type { ComboboxOption } from '@/components/ui/combobox'
import { offsetAt } from '@/domain/time'

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
  const minutes = Math.round(offsetAt(at, timeZone))
  if (minutes === 0) return 'UTC'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const far = rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '-' : '+'}${far}`
}

/** Without accents, because the zones' names have none: whoever types “São” means Sao Paulo. */
const letters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9+:-]/g, '')

/** Every zone, this device's first; `chosen` too where browsers no longer list it. */
export function timeZones(chosen: string): ComboboxOption[] {
  const all = new Set([ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone').map(nameOf), chosen])
  return [...all].map((zone) => ({ value: zone, label: timeZoneLabel(zone) }))
}

/** Whether a zone's name holds what was typed. */
export function namesTimeZone(label: string, typed: string): boolean {
  return letters(label).includes(letters(typed))
}
