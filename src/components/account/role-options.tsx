'use client'

import { BookOpen, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RadioCardOption } from '@/components/ui/radio-cards'
import type { SelfChosenRole } from '@/domain/account'

const roles = [
  { value: 'TEACHER', icon: <Presentation aria-hidden="true" /> },
  { value: 'STUDENT', icon: <BookOpen aria-hidden="true" /> },
] as const

/** What a person can be in their own words, in the order they are offered. */
export function useRoleOptions(): (RadioCardOption & { value: SelfChosenRole })[] {
  const t = useTranslations('account')
  return roles.map(({ value, icon }) => ({
    value,
    icon,
    label: t(`roles.${value}.label`),
    hint: t(`roles.${value}.hint`),
  }))
}
