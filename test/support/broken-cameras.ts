import type { Page } from '@playwright/test'

/** What is the matter with a camera: another program holds it, it never answers, or it sends nothing. */
export type Trouble = 'in use' | 'never answers' | 'sends nothing'

declare global {
  interface Window {
    troubled: Record<string, Trouble>
    /** The names of the cameras that were asked for, in turn. */
    askedFor: string[]
  }
}

/**
 * Breaks some cameras of this page by their names, from its next loading on: no machine of tests has a broken one. What the
 * page asks for goes to the real browser first, which chooses the camera; only its answer is another.
 */
export async function breakCameras(page: Page, troubled: Record<string, Trouble>): Promise<void> {
  await page.addInitScript((given) => {
    window.troubled = given
    window.askedFor = []
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await real(wish)
      const [track] = stream.getVideoTracks()
      if (!track) return stream
      window.askedFor.push(track.label)
      const trouble = window.troubled[track.label]
      if (trouble === 'sends nothing') Object.defineProperty(track, 'muted', { get: () => true })
      if (!trouble || trouble === 'sends nothing') return stream
      track.stop()
      if (trouble === 'never answers') return new Promise(() => {})
      throw new DOMException('Could not start video source', 'NotReadableError')
    }
  }, troubled)
}

/** The cameras that the page has asked for since it was loaded. */
export const askedFor = (page: Page) => page.evaluate(() => window.askedFor)

/** As a telephone that saves power: nothing plays before somebody has tapped where it says so. */
export async function playOnlyAfterTap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let tapped = false
    const follow = ({ target }: Event) => {
      tapped ||= target instanceof Element && target.closest('button')?.textContent === 'Tap to start'
    }
    addEventListener('click', follow, true)
    const real = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function play() {
      return tapped ? real.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'))
    }
  })
}
