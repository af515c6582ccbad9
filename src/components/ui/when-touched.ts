const touches = ['pointerdown', 'keydown'] as const

/**
 * Does something with the first touch of a visit, for what a press may open: at once where that was before the page
 * listened (`EarlyTaps` notes it). Called as a file of the page is read, which is sooner than any effect.
 */
export function whenTouched(act: () => void): void {
  if (typeof document === 'undefined') return
  if (document.documentElement.dataset.touched) {
    act()
    return
  }
  const first = () => {
    for (const touch of touches) removeEventListener(touch, first)
    act()
  }
  for (const touch of touches) addEventListener(touch, first, { passive: true })
}
