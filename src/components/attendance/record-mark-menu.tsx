'use client'

import { ListChecks, SquarePen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import { type Standing, standingOf } from '@/domain/board'
import { type MarkedSession, useMarkOptions } from './mark-options'
import { keepingPlace } from './person-stops'
import { useMark } from './use-mark'

interface MarkMenuProps {
  session: MarkedSession
  student: { id: string; name: string; record: AttendanceRecord | null }
  onDetails: () => void
  /** For one that the arrow keys reach and the Tab key passes by. */
  tabIndex?: number | undefined
}

/** Marking in two clicks, for a teacher in a hurry; the note there is stays. */
export function RecordMarkMenu({ session, student, onDetails, tabIndex }: MarkMenuProps) {
  const { id, name, record } = student
  const t = useTranslations('attendance')
  const markOptions = useMarkOptions(session, record)
  const errorText = useErrorText()
  const mark = useMark({ session, student })
  const triggerId = `mark-${id}`

  const standing = standingOf(student, session)

  async function choose(chosen: Standing | undefined) {
    if (!chosen || chosen === standing || mark.pending) return
    const keepPlace = keepingPlace(document.getElementById(triggerId))
    try {
      await mark.choose(chosen)
    } catch (error) {
      toast.error(t('mark.failed', { name, error: errorText(error) }))
    }
    keepPlace()
  }

  return (
    <DropdownMenu
      trigger={
        <IconButton
          id={triggerId}
          label={t('mark.label', { name })}
          icon={mark.pending ? <Spinner /> : <ListChecks />}
          tooltip={false}
          tabIndex={tabIndex}
        />
      }
    >
      <MenuLabel>{t('mark.label', { name })}</MenuLabel>
      <MenuRadio
        label={t('mark.label', { name })}
        value={standing}
        onValueChange={(value) => choose(markOptions.find((option) => option.value === value)?.value)}
        options={markOptions}
      />
      <MenuSeparator />
      <MenuItem icon={<SquarePen aria-hidden="true" />} onSelect={onDetails}>
        {t('mark.details')}
      </MenuItem>
    </DropdownMenu>
  )
}
