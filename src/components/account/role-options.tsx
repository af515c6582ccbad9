import { BookOpen, Presentation } from 'lucide-react'
import type { RadioCardOption } from '@/components/ui/radio-cards'
import type { SelfChosenRole } from '@/domain/account'

/** What a person can be in their own words, in the order they are offered. */
export const roleOptions: readonly (RadioCardOption & { value: SelfChosenRole })[] = [
  {
    value: 'TEACHER',
    label: 'Teacher',
    hint: 'I run classes and see who is there.',
    icon: <Presentation aria-hidden="true" />,
  },
  {
    value: 'STUDENT',
    label: 'Student',
    hint: 'I join classes and clock in.',
    icon: <BookOpen aria-hidden="true" />,
  },
]
