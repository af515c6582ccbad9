'use client'

import { Keyboard, ListChecks, UserCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { whenOpened } from '@/components/ui/later'
import { useStatusWords } from '@/components/ui/status-words'
import { markStatuses } from './mark-statuses'
import type { Marking } from './use-marking'

const MarkingKeys = whenOpened(() => import('./marking-keys').then(({ MarkingKeys }) => MarkingKeys))

/** Begins and ends the selecting of several. */
export function SelectSeveral({ marking: { selected, select } }: { marking: Marking }) {
  const t = useTranslations('sessions')
  return (
    <Button
      variant="secondary"
      aria-pressed={selected !== null}
      onClick={() => select(selected ? null : new Set<string>())}
      className={classNames('max-sm:px-3 print:hidden', selected && 'bg-accent-soft! text-accent-ink!')}
    >
      <ListChecks aria-hidden="true" />
      <span className="max-sm:sr-only">{t('marking.select')}</span>
    </Button>
  )
}

/** Marking the rest, and which keys there are. */
export function MarkingTools({ marking }: { marking: Marking }) {
  const t = useTranslations('sessions')
  const { unmarked, help, setHelp } = marking
  return (
    <div className="flex items-center gap-2 max-sm:flex-auto print:hidden">
      {unmarked.length > 0 && <TheRest marking={marking} />}
      <IconButton
        label={t('keys.button')}
        icon={<Keyboard aria-hidden="true" />}
        onClick={() => setHelp(true)}
        className="max-sm:hidden"
      />
      <MarkingKeys open={help} onOpenChange={setHelp} />
    </div>
  )
}

/** Everybody without a mark, in one press: whoever clocks in at that moment stays as they are. */
function TheRest({ marking: { unmarked, markAll } }: { marking: Marking }) {
  const t = useTranslations('sessions')
  const word = useStatusWords()
  const count = unmarked.length
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button variant="secondary" className="max-sm:flex-auto max-sm:px-2.5 max-sm:text-sm">
          <UserCheck aria-hidden="true" />
          {t('marking.rest', { count })}
        </Button>
      }
    >
      <MenuLabel>{t('marking.restAs', { count })}</MenuLabel>
      {markStatuses.map(({ status, look, icon: Icon }) => (
        <MenuItem
          key={status}
          icon={<Icon aria-hidden="true" />}
          onSelect={() => void markAll({ students: unmarked, status, onlyUnmarked: true })}
        >
          {word(look)}
        </MenuItem>
      ))}
    </DropdownMenu>
  )
}
