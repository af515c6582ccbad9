import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type Axe from 'axe-core'

declare const axe: typeof Axe

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * The rules that a page breaks, each with where. What is broken is looked at once more: a live page may have begun to fade
 * something over just then.
 */
export async function brokenRules(page: Page, runOnly: Axe.RunOnly): Promise<string[]> {
  const broken = await look(page, runOnly)
  return broken.length === 0 ? broken : look(page, runOnly)
}

/** Axe is read once a page, and none of its own is opened. */
async function look(page: Page, runOnly: Axe.RunOnly): Promise<string[]> {
  // Between two pages of ours there is a moment without a title; axe says so where none comes.
  await page.waitForFunction(() => document.title !== '', undefined, { timeout: 10_000 }).catch(() => null)
  await endOfFading(page)
  if (await page.evaluate(() => typeof axe === 'undefined')) await page.evaluate(source)
  return page.evaluate(async (rules) => {
    const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, runOnly)
}

async function endOfFading(page: Page) {
  await page.evaluate(async () => {
    const isSeen = (effect: AnimationEffect | null) =>
      effect instanceof KeyframeEffect && (effect.target?.checkVisibility() ?? false)
    // What is folded away fades on only once it is shown.
    const ending = () =>
      document
        .getAnimations()
        .filter(
          ({ effect }) => isSeen(effect) && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        )
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const end = Date.now() + 2000
    const longEnough = new Promise((resolve) => setTimeout(resolve, 2000))
    // Another colour scheme begins to fade in with the next picture, and what has ended can have begun something.
    for (await drawn(); ending().length > 0 && Date.now() < end; await drawn())
      await Promise.race([Promise.allSettled(ending().map(({ finished }) => finished)), longEnough])
  })
}
