'use client'

import { useTranslations } from 'next-intl'
import { presetIds } from '@/domain/pay/presets'
import type { Workplace } from './workplace'

/** Of a workplace's sets of rules, the latest first, the one that holds today. */
export const rulesInForce = (rules: Workplace['rules']) => rules.find(({ begun }) => begun) ?? rules.at(-1)

/** The name of the preset that a set of rules was made from. */
export function usePresetName() {
  const t = useTranslations('workplaces')
  return (preset: string | null) => t(`preset.${presetIds.find((one) => one === preset) ?? 'none'}`)
}
