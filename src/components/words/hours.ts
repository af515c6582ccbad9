import { useFormatter } from 'next-intl'

const HOUR = 60

/** Minutes of many people as hours and minutes, thousands of hours as the reader writes them: `204,569:39`. */
export function useSummedHours(): (minutes: number) => string {
  const format = useFormatter()
  return (minutes) => {
    const all = Math.abs(minutes)
    const hours = format.number(Math.floor(all / HOUR))
    return `${minutes < 0 ? '-' : ''}${hours}:${String(all % HOUR).padStart(2, '0')}`
  }
}
