/**
 * A tap on a page that is drawn but not yet listening is kept, and done as soon as its button listens:
 * on a slow phone that takes seconds, in which a form would be sent by the browser itself.
 */
export function EarlyTaps() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own function, which has to run before any other script
  return <script dangerouslySetInnerHTML={{ __html: `(${keepEarlyTaps.toString()})()` }} />
}

/** Runs in the page as it stands here, so that it needs nothing from outside itself. */
function keepEarlyTaps() {
  const patience = 10_000
  // React notes on each element which properties it has, from the moment on that it answers for it.
  const listens = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))

  function tap(element: HTMLElement) {
    if (element.getAttribute('aria-haspopup'))
      element.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }),
      )
    element.click()
  }

  function whenItListens(element: HTMLElement, since: number) {
    if (!element.isConnected) return
    if (listens(element) || performance.now() - since > patience) tap(element)
    else setTimeout(whenItListens, 50, element, since)
  }

  let waiting: HTMLElement | null = null
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      const element = event.target.closest<HTMLElement>('button, input[type="checkbox"], input[type="radio"]')
      if (!element || listens(element)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (element === waiting) return
      waiting = element
      whenItListens(element, performance.now())
    },
    true,
  )
}
