import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '@/domain/locale'
import { readLanguage } from '../../scripts/words/read'

const catalogue = (language: Language) => readLanguage(join('messages', language))

/** Gives the message of a key that has no arguments; a key that is not there fails the test. */
export function wordsIn(language: Language): (key: string) => string {
  const messages = catalogue(language)
  return (key) => {
    const message = messages.get(key)
    if (message === undefined) throw new Error(`There is no message ${key}`)
    return message
  }
}

/** English texts that stand on a page written in another language: whole messages of the English catalogue. */
export async function leftInEnglish(page: Page, language: Language): Promise<string[]> {
  const there = catalogue(language)
  const translated = new Set(there.values())
  const english = [...catalogue('en')]
    .filter(([key, message]) => message !== there.get(key) && !translated.has(message) && message.length > 3)
    .map(([, message]) => message)
  const shown = await page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      texts.push(node.textContent?.trim() ?? '')
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '')
    }
    return texts
  })
  return shown.filter((text) => english.includes(text))
}
