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
  const step = 16
  const patience = 10_000
  /** What was typed and chosen, as something that enters it again. */
  const entered = new Map<Element, () => void>()
  let tapped: HTMLElement | null = null
  let entersAgain = false
  // React notes on an element which properties it has while it takes over, and `Listening` notes that it has.
  const listens = (element: Element) =>
    document.documentElement.dataset.listens === 'true' &&
    Object.keys(element).some((key) => key.startsWith('__reactProps'))

  function write(element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) {
    for (const kind of ['input', 'change']) {
      // Past the setter by which React notices that it wrote a value itself; again for each, as one may write its own.
      if (element.value !== value)
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value)
      element.dispatchEvent(new Event(kind, { bubbles: true }))
    }
  }

  /** What enters it again; null for what is no field, or is tapped. */
  function entering(element: EventTarget | null): (() => void) | null {
    const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    if (!isText && !(element instanceof HTMLSelectElement)) return null
    if (/^(checkbox|radio)$/.test(element.type)) return null
    if (element.type === 'file') return () => element.dispatchEvent(new Event('change', { bubbles: true }))
    const { value } = element
    return () => {
      // What React found in a field as it took over, it holds for its own, and would not notice: its own goes back first.
      if (isText && element.value === value) element.value = element.defaultValue
      write(element, value)
    }
  }

  /** All that a tap is: a menu opens as it begins, a tab is chosen by it, a button acts when it is over. */
  function tap(element: HTMLElement) {
    const given = { bubbles: true, cancelable: true, button: 0 }
    element.dispatchEvent(new PointerEvent('pointerdown', { ...given, pointerType: 'mouse' }))
    element.dispatchEvent(new MouseEvent('mousedown', given))
    element.click()
  }

  function whenAllListen(since: number) {
    const waiting = [...entered.keys(), ...(tapped ? [tapped] : [])].filter(({ isConnected }) => isConnected)
    if (!waiting.every(listens) && performance.now() - since < patience) {
      setTimeout(whenAllListen, step, since)
      return
    }
    // A moment later, when forms have put their own beginnings into their fields.
    if (entered.size > 0) setTimeout(doAgain, 50)
    else doAgain()
  }

  function doAgain() {
    entersAgain = true
    for (const again of entered.values()) again()
    entersAgain = false
    entered.clear()
    if (tapped?.isConnected) tap(tapped)
    tapped = null
  }

  function keep(what: () => void) {
    const first = entered.size === 0 && tapped === null
    what()
    if (first) whenAllListen(performance.now())
  }

  for (const kind of ['input', 'change'])
    document.addEventListener(
      kind,
      (event) => {
        const again = entersAgain ? null : entering(event.target)
        if (!again || !(event.target instanceof Element)) return
        const field = event.target
        const isEarly = !listens(field)
        // Whoever is told of it in the middle of taking over puts the field back first.
        if (isEarly) event.stopImmediatePropagation()
        if (isEarly || entered.has(field)) keep(() => entered.set(field, again))
      },
      true,
    )
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(
      kind,
      () => {
        document.documentElement.dataset.touched = 'true'
      },
      { capture: true, once: true },
    )
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      const element = event.target.closest<HTMLElement>('button, input[type="checkbox"], input[type="radio"]')
      // What was typed is entered again before what is done with it, also where the button listens already.
      if (!element || (listens(element) && entered.size === 0)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      keep(() => {
        tapped = element
      })
    },
    true,
  )
}
