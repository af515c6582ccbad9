import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'

/** The file that a click on a link saves. */
export async function download(link: Locator): Promise<Buffer> {
  const [saved] = await Promise.all([link.page().waitForEvent('download'), link.click()])
  return readFile(await saved.path())
}
