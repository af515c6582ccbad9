'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Notice } from '@/components/ui/notice'
import { RadioCards } from '@/components/ui/radio-cards'
import { kioskModes, type WalkThroughBar } from '@/domain/kiosks'

interface KioskModeFieldProps
  extends Pick<ComponentProps<typeof RadioCards>, 'name' | 'onChange' | 'onBlur' | 'ref' | 'error'> {
  bar: WalkThroughBar | null | undefined
}

/** How people are read at a kiosk; walking past is offered only where the class asks for no movements. */
export function KioskModeField({ bar, ...field }: KioskModeFieldProps) {
  const t = useTranslations('kiosks')
  if (bar === 'CHALLENGE') return <Notice>{t('bar.CHALLENGE.add')}</Notice>
  const options = kioskModes.map((mode) => ({
    value: mode,
    label: t(`mode.${mode}.label`),
    hint: t(`mode.${mode}.hint`),
  }))
  return (
    <div className="grid gap-3">
      <RadioCards legend={t('mode.legend')} options={options} columns={1} {...field} />
      {bar && <Notice tone="caution">{t(`bar.${bar}.add`)}</Notice>}
    </div>
  )
}
