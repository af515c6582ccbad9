'use client'

import { useTranslations } from 'next-intl'
import { extraKinds } from '@/domain/line-names'

/** The name of an extra in the reader’s words, or in those of whoever added it. */
export function useExtraName() {
  const t = useTranslations('payments')
  return (name: string) => {
    const kind = extraKinds.find((one) => one === name)
    return kind ? t(`name.${kind}`) : name
  }
}
