import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { launchOptions } from '../../../test/support/browser-launch'
import { watchNetwork } from './network'
import type { signedIn } from './seed'
import type { Sought, Visit } from './visits'

type State = NonNullable<ReturnType<Awaited<ReturnType<typeof signedIn>>['get']>>

/** What a page notes of itself. */
interface Noted {
  longest: number
  lcp: number
}
declare global {
  interface Window {
    noted: Noted
  }
}

export const desktop = { width: 1280, height: 800 }

/** Does something with a browser that has never been here, as somebody or nobody. */
export async function inFreshBrowser<Result>(
  address: string,
  state: State | undefined,
  work: (page: Page, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const browser: Browser = await chromium.launch(launchOptions)
  try {
    const context = await browser.newContext({
      baseURL: address,
      viewport: desktop,
      locale: 'en-GB',
      ...(state && { storageState: state }),
    })
    const page = await context.newPage()
    await page.addInitScript(noteTasks)
    return await work(page, context)
  } finally {
    await browser.close()
  }
}

/** Runs in the page before anything else of it. */
function noteTasks() {
  window.noted = { longest: 0, lcp: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.noted.longest = Math.max(window.noted.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.noted.lcp = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

/** What comes and what is worked until the page is quiet; nobody touches it. */
export function watched(address: string, state: State | undefined, path: string) {
  return inFreshBrowser(address, state, async (page) => {
    const network = await watchNetwork(page)
    await page.goto(path, { waitUntil: 'load' })
    await network.quiet()
    const { longest, lcp } = await page.evaluate(() => window.noted)
    const { script, document } = network.bytes
    return { longest, lcp, htmlKb: document / 1024, jsKb: script / 1024, requests: network.requests() }
  })
}

/** The control is clicked as soon as it is drawn, and again where the click came to nothing. */
const AGAIN_MS = 4_000

/** A control that is not there by then is none of this version. */
const LOOK_MS = 20_000

/**
 * Milliseconds from the beginning of the navigation until the page's control has answered a click; null where there is none.
 * The page itself looks for both by a selector: to look for roles among thousands of elements would take its time.
 */
export function untilAnswered(
  address: string,
  state: State | undefined,
  path: string,
  { name, of, answered }: Visit['control'],
): Promise<number | null> {
  return inFreshBrowser(address, state, async (page) => {
    await page.goto(path, { waitUntil: 'commit' })
    const at = await seen(page, of, LOOK_MS)
    if (!at) return null
    for (let tries = 0; tries < 5; tries++) {
      await page.mouse.click(at.x, at.y)
      const answer = await seen(page, answered, AGAIN_MS)
      if (answer) return answer.now
    }
    throw new Error(`${path}: ${name} does not answer`)
  })
}

/** Where the middle of something is, and when that was; null where it was not drawn in time. */
async function seen(page: Page, { selector, text = '' }: Sought, timeout: number) {
  const look = ({ selector, text }: { selector: string; text: string }) => {
    for (const element of document.querySelectorAll(selector)) {
      const { x, y, width, height } = element.getBoundingClientRect()
      if (width && height && (element.textContent?.includes(text) || element.ariaLabel?.includes(text)))
        return { x: x + width / 2, y: y + height / 2, now: performance.now() }
    }
    return null
  }
  const options = { timeout, polling: 'raf' as const }
  const handle = await page.waitForFunction(look, { selector, text }, options).catch(() => null)
  return handle?.jsonValue() ?? null
}
