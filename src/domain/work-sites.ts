import type { Position } from './work-sites-schema'

export interface WorkSite extends Position {
  /** In metres. */
  radius: number
}

const EARTH_METRES = 6_371_008
const ROUNDED_TO = 100

/** Metres between two places on a sphere. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/**
 * A position held against the sites of a workplace: inside one of them or not, and how far from the nearest one's
 * middle, rounded to 100 metres. Null where there is no site or no position: nothing can be said then.
 */
export function siteCheck(
  position: Position | null,
  sites: readonly WorkSite[],
): { site: 'INSIDE' | 'OUTSIDE'; distance: number } | null {
  if (!position || sites.length === 0) return null
  const away = sites.map((site) => ({ site, metres: metresBetween(position, site) }))
  const inside = away.some(({ site, metres }) => metres <= site.radius)
  const nearest = Math.min(...away.map(({ metres }) => metres))
  return {
    site: inside ? 'INSIDE' : 'OUTSIDE',
    distance: Math.round(nearest / ROUNDED_TO) * ROUNDED_TO,
  }
}
