'use client'

import { BookOpen, Briefcase, HardHat, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RadioCardOption } from '@/components/ui/radio-cards'
import { mayChooseRole, type SelfChosenRole } from '@/domain/account'

const roles = [
  { value: 'TEACHER', icon: <Presentation aria-hidden="true" /> },
  { value: 'STUDENT', icon: <BookOpen aria-hidden="true" /> },
  { value: 'EMPLOYER', icon: <Briefcase aria-hidden="true" /> },
  { value: 'EMPLOYEE', icon: <HardHat aria-hidden="true" /> },
] as const

export interface RoleOption extends RadioCardOption {
  value: SelfChosenRole
  /** Whether a person may give it to themselves here. */
  open: boolean
}

/** What a person can be in their own words, in the order they are offered. */
export function useRoleOptions(openRoles: boolean): RoleOption[] {
  const t = useTranslations('account')
  return roles.map(({ value, icon }) => ({
    value,
    icon,
    label: t(`roles.${value}.label`),
    hint: t(`roles.${value}.hint`),
    open: mayChooseRole(value, openRoles),
  }))
}
