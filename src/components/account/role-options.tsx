'use client'

import { BookOpen, Briefcase, HardHat, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RadioCardOption } from '@/components/ui/radio-cards'
import type { SelfChosenRole } from '@/domain/account'
import { type AppointmentMode, howGiven } from '@/domain/appointments'

const roles = [
  { value: 'TEACHER', icon: <Presentation aria-hidden="true" /> },
  { value: 'STUDENT', icon: <BookOpen aria-hidden="true" /> },
  { value: 'EMPLOYER', icon: <Briefcase aria-hidden="true" /> },
  { value: 'EMPLOYEE', icon: <HardHat aria-hidden="true" /> },
] as const

export interface RoleOption extends RadioCardOption {
  value: SelfChosenRole
  /** How a person comes by it here. */
  how: ReturnType<typeof howGiven>
}

/** What a person can be in their own words, in the order they are offered. */
export function useRoleOptions(appointment: AppointmentMode): RoleOption[] {
  const t = useTranslations('account')
  return roles.map(({ value, icon }) => ({
    value,
    icon,
    label: t(`roles.${value}.label`),
    hint: t(`roles.${value}.hint`),
    how: howGiven(value, appointment),
  }))
}
