/**
 * What somebody does on a page that is drawn but does not listen yet is kept, and done as soon as it listens: on a slow
 * phone that takes seconds, in which a tap would be lost, a form sent by the browser itself, and what was typed wiped.
 */
export function EarlyTaps({ nonce }: { nonce: string | undefined }) {
  const script = { __html: `(${keepEarlyTaps.toString()})()` }
  return (
    <script
      nonce={nonce}
      // A browser hides the nonce from whoever reads the page, React among them.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own function, which has to run before any other script
      dangerouslySetInnerHTML={script}
    />
  )
}

/** Runs in the page as it stands here, so that it needs nothing from outside itself. */
function keepEarlyTaps() {
  const step = 50
  const patience = 10_000
  const typed = new Map<HTMLInputElement, string>()
  let tapped: HTMLElement | null = null
  // React notes on each element which properties it has, from the moment on that it answers for it.
  const listens = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))

  function write(element: HTMLInputElement, value: string) {
    if (element.value === value) return
    // Past the setter by which React notices that it wrote a value itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, value)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function tap(element: HTMLElement) {
    if (element.getAttribute('aria-haspopup'))
      element.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }),
      )
    element.click()
  }

  function whenAllListen(since: number) {
    const waiting = [...typed.keys(), ...(tapped ? [tapped] : [])].filter(({ isConnected }) => isConnected)
    if (!waiting.every(listens) && performance.now() - since < patience) {
      setTimeout(whenAllListen, step, since)
      return
    }
    // A moment later, when forms have put their own beginnings into their fields.
    setTimeout(() => {
      for (const [element, value] of typed) write(element, value)
      typed.clear()
      if (tapped?.isConnected) tap(tapped)
      tapped = null
    }, step)
  }

  function keep(what: () => void) {
    const first = typed.size === 0 && tapped === null
    what()
    if (first) whenAllListen(performance.now())
  }

  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLInputElement && /^(text|email|password|search|tel)$/.test(target.type))
        if (typed.has(target) || !listens(target)) keep(() => typed.set(target, target.value))
    },
    true,
  )
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      const element = event.target.closest<HTMLElement>('button, input[type="checkbox"], input[type="radio"]')
      if (!element || listens(element)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      keep(() => {
        tapped = element
      })
    },
    true,
  )
}
