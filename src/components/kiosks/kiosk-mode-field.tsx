'use client'

import type { ComponentProps } from 'react'
import { Notice } from '@/components/ui/notice'
import { type RadioCardOption, RadioCards } from '@/components/ui/radio-cards'
import type { KioskMode, WalkThroughBar } from '@/domain/kiosks'

const options = [
  {
    value: 'ONE_AT_A_TIME',
    label: 'One at a time',
    hint: 'Students step up and look into the kiosk, or type their number first.',
  },
  {
    value: 'WALK_THROUGH',
    label: 'Walk through',
    hint: 'Several walk past at once and are clocked in, never out. Visitors are looked at too; of them only a count is kept. A good fake may get through.',
  },
] as const satisfies (RadioCardOption & { value: KioskMode })[]

/** Why nobody is read in passing, as the end of a sentence. */
export const barTexts: Record<WalkThroughBar, string> = {
  CHALLENGE: 'this class asks for two small movements, which nobody makes in passing.',
  MODELS: 'this server has not got the models that it takes to name people by themselves.',
  SITE: 'too few people are enrolled here to name somebody by the face alone.',
}

interface KioskModeFieldProps
  extends Pick<ComponentProps<typeof RadioCards>, 'name' | 'onChange' | 'onBlur' | 'ref' | 'error'> {
  bar: WalkThroughBar | null | undefined
}

/** How people are read at a kiosk; walking past is offered only where the class asks for no movements. */
export function KioskModeField({ bar, ...field }: KioskModeFieldProps) {
  if (bar === 'CHALLENGE')
    return (
      <Notice>
        Students step up one at a time. To let them walk past, choose “A look at the picture only” in the
        settings of the class first: {barTexts.CHALLENGE}
      </Notice>
    )
  return (
    <div className="grid gap-3">
      <RadioCards legend="How people are read" options={options} columns={1} {...field} />
      {bar && (
        <Notice tone="caution">
          Walking through is not possible yet: {barTexts[bar]} Until then such a kiosk takes one at a time.
        </Notice>
      )}
    </div>
  )
}
