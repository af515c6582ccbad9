'use client'

import { ListChecks, SquarePen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { useErrorText } from '@/components/words/error-words'
import { type AttendanceRecord, type AttendanceStatus, attendanceStatuses } from '@/domain/attendance'
import { useMarkOptions } from './mark-options'
import { useMark } from './use-mark'

interface MarkMenuProps {
  sessionId: string
  student: { id: string; name: string; record: AttendanceRecord | null }
  onDetails: () => void
}

/** Marking in two clicks, for a teacher in a hurry; the note there is stays. */
export function RecordMarkMenu({ sessionId, student: { id, name, record }, onDetails }: MarkMenuProps) {
  const t = useTranslations('attendance')
  const markOptions = useMarkOptions()
  const errorText = useErrorText()
  const mark = useMark()
  const triggerId = `mark-${id}`

  // Awaited rather than given callbacks: the tile may move to another group, and this menu with it, before the answer.
  async function choose(status: AttendanceStatus | undefined) {
    if (!status || mark.isPending) return
    try {
      await mark.mutateAsync({ sessionId, studentId: id, status, note: record?.note ?? undefined })
    } catch (error) {
      toast.error(t('mark.failed', { name, error: errorText(error) }))
    }
    // Whoever works by keyboard goes on where the tile is now.
    if (document.activeElement === document.body) document.getElementById(triggerId)?.focus()
  }

  return (
    <DropdownMenu
      trigger={
        <IconButton
          id={triggerId}
          label={t('mark.label', { name })}
          icon={mark.isPending ? <Spinner /> : <ListChecks />}
          tooltip={false}
        />
      }
    >
      <MenuLabel>{t('mark.label', { name })}</MenuLabel>
      <MenuRadio
        label={t('mark.label', { name })}
        value={record?.status ?? ''}
        onValueChange={(value) => choose(attendanceStatuses.find((status) => status === value))}
        options={markOptions}
      />
      <MenuSeparator />
      <MenuItem icon={<SquarePen aria-hidden="true" />} onSelect={onDetails}>
        {t('mark.details')}
      </MenuItem>
    </DropdownMenu>
  )
}
