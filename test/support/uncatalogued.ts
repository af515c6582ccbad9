import type { Page } from '@playwright/test'

/**
 * What stands on a page in the pseudo-locale outside the brackets of its messages: texts that no catalogue has. Times,
 * names of languages, invented names (`translate="no"`) and what nobody reads (hidden, icons) are left out.
 */
export function uncatalogued(page: Page, typed: RegExp): Promise<string[]> {
  return page.evaluate(
    ([source, flags]) => {
      const data = new RegExp(source ?? '', flags)
      const skipped =
        'script, style, noscript, time, code, svg, [lang]:not([lang="en-XA"], [lang="ar-XB"]), [translate="no"], [aria-hidden="true"], nextjs-portal'
      const named = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription']
      const found: string[] = []
      const outside = (text: string) => {
        let depth = 0
        let left = ''
        for (const letter of text) {
          if (letter === '⟦') depth++
          else if (letter === '⟧') depth--
          else if (depth === 0) left += letter
        }
        return left
      }
      const tell = (text: string, where: string) => {
        const rest = text.replace(data, ' ')
        if (/\p{L}{2,}/u.test(rest)) found.push(`${where}: ${text.trim().slice(0, 80)}`)
      }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      let depth = 0
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!parent || parent.closest('script, style, noscript, nextjs-portal')) continue
        let left = ''
        for (const letter of node.textContent ?? '') {
          if (letter === '⟦') depth++
          else if (letter === '⟧') depth--
          else if (depth === 0) left += letter
        }
        if (!parent.closest(skipped) && parent.checkVisibility()) tell(left, parent.tagName.toLowerCase())
      }
      if (depth !== 0) found.push('a message was cut')
      for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('script, style, nextjs-portal, time')) continue
        for (const name of named) {
          const value = element.getAttribute(name)
          if (value) tell(outside(value), `${element.tagName.toLowerCase()}[${name}]`)
        }
      }
      tell(outside(document.title).replace('Clockface', ''), 'the page’s title')
      return found
    },
    [typed.source, typed.flags] as const,
  )
}
