/** Where the arrow keys stop in a list of people: what bears `data-stop` in what bears `data-person`. */

const stopsIn = (region: Element) => [...region.querySelectorAll<HTMLElement>('[data-stop]')]

/** Who it is that something belongs to; null outside of all of them. */
export const personAt = (target: Element): HTMLElement | null => target.closest<HTMLElement>('[data-person]')

/** The stop beside one in the same group: the next, or the one before where there is none. */
export function stopBeside(person: HTMLElement): HTMLElement | null {
  const beside = person.nextElementSibling ?? person.previousElementSibling
  return beside?.querySelector<HTMLElement>('[data-stop]') ?? null
}

/** For so long what is drawn may still follow what has been answered. */
const DRAWN_WITHIN_MS = 2_000

/**
 * Once somebody is marked they may stand elsewhere, drawn anew there, and the focus is lost with where they stood: then it
 * goes on beside it, and the page stays where it is.
 * @returns what to call after the mark; looks until the focus is lost or somewhere else.
 */
export function keepingPlace(from: Element | null): () => void {
  const person = from && personAt(from)
  const beside = person && stopBeside(person)
  return () => {
    const until = performance.now() + DRAWN_WITHIN_MS
    const look = () => {
      const { activeElement } = document
      const onTheWay = person?.contains(activeElement) || activeElement?.closest('[role="menu"]')
      if (activeElement === document.body) beside?.focus({ preventScroll: true })
      else if (onTheWay && performance.now() < until) requestAnimationFrame(look)
    }
    look()
  }
}

const steps = { ArrowRight: 1, ArrowLeft: -1 } as const
const isStep = (key: string): key is keyof typeof steps => key in steps

const boxOf = (stop: HTMLElement) => (personAt(stop) ?? stop).getBoundingClientRect()
const middle = ({ left, width }: DOMRect) => left + width / 2

/** Of the stops in the nearest row above or below, the one that is least aside. */
function across(stops: readonly HTMLElement[], from: HTMLElement, down: boolean): HTMLElement | undefined {
  const start = boxOf(from)
  const places = stops.map((stop) => ({ stop, box: boxOf(stop) }))
  const beyond = places.filter(({ box }) =>
    down ? box.top >= start.bottom - 1 : box.bottom <= start.top + 1,
  )
  const far = ({ box }: { box: DOMRect }) => (down ? box.top - start.bottom : start.top - box.bottom)
  const nearest = Math.min(...beyond.map(far))
  const row = beyond.filter((place) => far(place) <= nearest + 4)
  const aside = ({ box }: { box: DOMRect }) => Math.abs(middle(box) - middle(start))
  return row.reduce<(typeof row)[number] | undefined>(
    (best, place) => (best && aside(best) <= aside(place) ? best : place),
    undefined,
  )?.stop
}

/** Where a key leads from somebody; undefined where it is no such key, or nobody stands there. */
export function stopAfter(key: string, person: HTMLElement, region: Element): HTMLElement | undefined {
  const stops = stopsIn(region)
  const from = person.querySelector<HTMLElement>('[data-stop]')
  if (!from) return undefined
  if (key === 'Home') return stops[0]
  if (key === 'End') return stops.at(-1)
  if (key === 'ArrowDown' || key === 'ArrowUp') return across(stops, from, key === 'ArrowDown')
  if (!isStep(key)) return undefined
  const turned = getComputedStyle(region).direction === 'rtl' ? -1 : 1
  return stops[stops.indexOf(from) + steps[key] * turned]
}
