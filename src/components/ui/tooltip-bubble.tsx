'use client'

import { Tooltip as Radix } from 'radix-ui'

interface TooltipBubbleProps {
  text: string
  /** Where the element is that it is about, on the screen. */
  around: DOMRect
  onEnd: () => void
}

/** What a tooltip shows, once one is shown. */
export function TooltipBubble({ text, around, onEnd }: TooltipBubbleProps) {
  const { top, left, width, height } = around
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => !open && onEnd()}>
        <Radix.Trigger asChild>
          <span
            aria-hidden="true"
            className="pointer-events-none fixed"
            style={{ top, left, width, height }}
          />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side="bottom"
            sideOffset={6}
            collisionPadding={8}
            className="pointer-events-none z-50 max-w-64 animate-appear rounded-sm bg-ink px-2.5 py-1.5 text-page text-xs shadow-md"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
