'use client'

import type { ComponentProps } from 'react'
import { type RadioCardOption, RadioCards } from '@/components/ui/radio-cards'
import type { LivenessPolicy } from '@/domain/classes'

const options = [
  {
    value: 'CHALLENGE',
    label: 'Two small movements',
    hint: 'The camera asks to turn the head, look up or come closer. A printed photo or a picture on a phone is not enough. Takes about 5 seconds.',
  },
  {
    value: 'PAD',
    label: 'A look at the picture only',
    hint: 'Nobody has to move, and pictures from files are taken. Most prints and screens are noticed; a good fake is not.',
  },
  {
    value: 'OFF',
    label: 'No check',
    hint: 'Anybody who holds a photo of a student to the camera can clock them in. Only where somebody watches.',
  },
] as const satisfies (RadioCardOption & { value: LivenessPolicy })[]

type LivenessFieldProps = Pick<
  ComponentProps<typeof RadioCards>,
  'name' | 'onChange' | 'onBlur' | 'ref' | 'error'
>

/** How a clock-in by face shows that it is the person and not a picture of them. */
export function LivenessField(props: LivenessFieldProps) {
  return (
    <RadioCards legend="When students clock in with their face" options={options} columns={1} {...props} />
  )
}
