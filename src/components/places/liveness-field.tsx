'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { RadioCards } from '@/components/ui/radio-cards'
import type { LivenessPolicy } from '@/domain/classes'
import type { PlaceKind } from './place-kind'

const policies = ['CHALLENGE', 'PAD', 'OFF'] as const satisfies LivenessPolicy[]

interface LivenessFieldProps
  extends Pick<ComponentProps<typeof RadioCards>, 'name' | 'onChange' | 'onBlur' | 'ref' | 'error'> {
  kind: PlaceKind
}

/** How a clock-in by face shows that it is the person and not a picture of them. */
export function LivenessField({ kind, ...props }: LivenessFieldProps) {
  const t = useTranslations('classes')
  const options = policies.map((value) => ({
    value,
    label: t(`liveness.${value}.label`),
    hint: t(`liveness.${value}.hint`, { kind }),
  }))
  return <RadioCards legend={t('liveness.legend', { kind })} options={options} columns={1} {...props} />
}
