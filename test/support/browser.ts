import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { brokenRules } from './axe'
import { launchOptions } from './browser-launch'
import { cameraFile } from './camera-file'
import { walkingPictures } from './door-pictures'
import { forgetFaces } from './e2e-database'
import { portraitPicture } from './portrait-files'
import type { PortraitOptions, Sitter } from './sample-portraits'
import { turningPictures } from './turning-camera'
import { isTurner, type Turner, turnerPictures } from './turns'

/** One picture after another that a camera shows, each for a second. */
export interface CameraShot extends PortraitOptions {
  who: Sitter
}

/** A person who does in turn whatever a challenge may ask for. */
export interface Turning {
  turning: Sitter | Turner
}

/** People who walk past the camera side by side, again and again. */
export interface Walking {
  walking: Sitter[]
}

/** Something held before the camera that never moves. */
export interface HeldUp {
  picture: string
}

/** Several cameras, each with Chromium's own moving pattern and a name: `fake_device_0` and so on. */
export interface Several {
  cameras: number
}

interface PersonOptions {
  /** What the person's camera sees; `denied` and `none` are cameras that give nothing. */
  camera?: CameraShot[] | Turning | Walking | HeldUp | Several | 'denied' | 'none'
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  baseURL?: string
  /** The language that the browser asks for. */
  locale?: string
  timezoneId?: string
}

interface Fixtures {
  /** Opens a browser of its own for a person, with their own camera. */
  person: (options?: PersonOptions) => Promise<Page>
}

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 800 }
export const wide = { width: 1920, height: 1080 }
/** For what must not wait for anybody's next look: the product says it within 5 s, on a machine with more to do within these. */
export const atOnce = { timeout: 15_000 }

const FRAMES_A_SECOND = 30

async function cameraArguments(
  camera: Exclude<PersonOptions['camera'], 'none' | undefined>,
  files: string[],
) {
  if (typeof camera === 'object' && 'cameras' in camera)
    return [`--use-fake-device-for-media-stream=device-count=${camera.cameras}`]
  const played = ['--use-fake-device-for-media-stream']
  if (camera === 'denied') return played
  const shown = await picturesOf(camera)
  const out = join(tmpdir(), `clockface-camera-${process.pid}-${files.length}-${Date.now()}.mjpeg`)
  files.push(out)
  return [...played, `--use-file-for-fake-video-capture=${await cameraFile({ pictures: shown, out })}`]
}

/** A camera belongs to a whole browser; people without one share the worker's. */
async function withCamera(camera: Parameters<typeof cameraArguments>[0], files: string[]) {
  const args = [...launchOptions.args, ...(await cameraArguments(camera, files))]
  return chromium.launch({ ...launchOptions, args })
}

async function picturesOf(camera: CameraShot[] | Turning | Walking | HeldUp): Promise<string[]> {
  if ('picture' in camera) return [camera.picture]
  if ('walking' in camera) return walkingPictures(camera.walking)
  if ('turning' in camera) return turning(camera.turning)
  const pictures = await Promise.all(camera.map(({ who, ...options }) => portraitPicture(who, options)))
  return pictures.flatMap((picture) => Array<string>(FRAMES_A_SECOND).fill(picture))
}

/** People of FACES_DIR by their pictures, those of the portraits by the mesh of theirs. */
function turning(who: Sitter | Turner): Promise<string[]> {
  return isTurner(who) ? turnerPictures(process.env.FACES_DIR ?? '', who) : turningPictures(who)
}

/**
 * Chromium itself writes a console line for every answer of 400 and above, and for a service worker that cannot be looked for
 * without a network; Next for a link that becomes a whole page because there is none. Those are part of what is tested.
 */
const expected = [
  'Failed to load resource',
  'An unknown error occurred when fetching the script',
  'Failed to fetch RSC payload',
]

function failOnConsoleErrors(context: BrowserContext, errors: string[]) {
  context.on('weberror', (error) => errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    if (expected.some((beginning) => message.text().startsWith(beginning))) return
    errors.push(message.text())
  })
}

export const test = base.extend<Fixtures>({
  person: async ({ baseURL, browser: shared }, use, testInfo) => {
    const pages: Page[] = []
    const closing: Array<() => Promise<void>> = []
    const files: string[] = []
    const errors: string[] = []
    await forgetFaces()
    await use(async (options = {}) => {
      const { camera = 'none', viewport = desktop, colorScheme = 'light' } = options
      const browser = camera === 'none' ? shared : await withCamera(camera, files)
      const context = await browser.newContext({
        baseURL: options.baseURL ?? baseURL ?? '',
        viewport,
        colorScheme,
        locale: options.locale ?? 'en-GB',
        ...(options.timezoneId && { timezoneId: options.timezoneId }),
        permissions: typeof camera === 'object' ? ['camera'] : [],
      })
      closing.push(() => (browser === shared ? context.close() : browser.close()))
      failOnConsoleErrors(context, errors)
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: testInfo.outputPath(`person-${index + 1}.png`) })
      }
    }
    await Promise.all(closing.map((close) => close()))
    await Promise.all(files.map((file) => rm(file, { force: true })))
    expect(errors, 'errors in a browser console').toEqual([])
  },
})

/** Fails with every rule of WCAG 2.2 AA that the page breaks once what fades in is there. */
export async function expectAccessible(page: Page) {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  expect(await brokenRules(page, { type: 'tag', values }), `axe on ${page.url()}`).toEqual([])
}

/** The rules that another colour scheme can break, where the page itself was looked at already. */
export async function expectReadable(page: Page) {
  const values = ['color-contrast', 'link-in-text-block']
  expect(await brokenRules(page, { type: 'rule', values }), `axe on ${page.url()}`).toEqual([])
}

export { expect }
