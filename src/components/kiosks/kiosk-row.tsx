'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Link2, TabletSmartphone, Trash2, User, Users, Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import type { WalkThroughBar } from '@/domain/kiosks'
import { isLanguage, languageNames } from '@/domain/locale'
import { chosenLanguage, languageChoice, useKioskLanguages } from './kiosk-language'
import type { KioskLink } from './kiosk-link-dialog'

type Kiosk = ApiOutput['kiosks']['ofPlace'][number]

interface KioskRowProps {
  kiosk: Kiosk
  /** Why nobody can be read in passing here; undefined until it is known. */
  bar: WalkThroughBar | null | undefined
  timeZone: string
  onLink: (link: KioskLink) => void
}

export function KioskRow({ kiosk, bar, timeZone, onLink }: KioskRowProps) {
  const { id: kioskId, name, speaks, mode, locale } = kiosk
  const walkThrough = mode === 'WALK_THROUGH'
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const languages = useKioskLanguages()
  const state = useKioskWords(kiosk, timeZone)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [removing, setRemoving] = useState(false)
  const reload = () => queries.invalidateQueries(trpc.kiosks.pathFilter())
  const renew = useMutation(trpc.kiosks.renewLink.mutationOptions({ onSuccess: onLink }))
  const update = useMutation(trpc.kiosks.update.mutationOptions({ onSuccess: reload }))
  const revoke = useMutation(trpc.kiosks.revoke.mutationOptions())

  async function remove() {
    await revoke.mutateAsync({ kioskId })
    await reload()
    toast.success(t('row.removed', { name }))
  }

  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <TabletSmartphone aria-hidden="true" className="size-5.5 shrink-0 text-accent-ink" />
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere font-semibold">{name}</p>
          <ul className="flex flex-wrap gap-x-3 text-muted text-sm">
            {state.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {walkThrough && bar && <p className="text-caution-ink text-sm">{t(`bar.${bar}.now`)}</p>}
        </div>
        {kiosk.here && <Badge tone="positive">{t('row.here')}</Badge>}
        <DropdownMenu
          trigger={<IconButton label={t('row.more', { name })} icon={<Ellipsis />} tooltip={false} />}
        >
          {(walkThrough || bar !== 'CHALLENGE') && (
            <MenuItem
              icon={walkThrough ? <User aria-hidden="true" /> : <Users aria-hidden="true" />}
              onSelect={() =>
                update.mutate({ kioskId, mode: walkThrough ? 'ONE_AT_A_TIME' : 'WALK_THROUGH' })
              }
            >
              {walkThrough ? t('mode.ONE_AT_A_TIME.label') : t('mode.WALK_THROUGH.label')}
            </MenuItem>
          )}
          <MenuItem
            icon={speaks ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
            onSelect={() => update.mutate({ kioskId, speaks: !speaks })}
          >
            {speaks ? t('row.silent') : t('row.speak')}
          </MenuItem>
          <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => renew.mutate({ kioskId })}>
            {t('row.newLink')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => setRemoving(true)}>
            {ui('remove')}
          </MenuItem>
          <MenuSeparator />
          <MenuLabel>{t('language.label')}</MenuLabel>
          <MenuRadio
            label={t('language.label')}
            value={languageChoice(locale)}
            options={languages}
            onValueChange={(choice) => update.mutate({ kioskId, locale: chosenLanguage(choice) })}
          />
        </DropdownMenu>
      </div>
      <ActionError error={renew.error ?? update.error} />
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t('remove.title', { name })}
        consequence={t('remove.consequence')}
        confirm={t('remove.confirm')}
        onConfirm={remove}
      />
    </li>
  )
}

/** Whether it is there, and what is particular about it. */
function useKioskWords({ mode, speaks, locale, ...kiosk }: Kiosk, timeZone: string): string[] {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  const presence = () => {
    const { here, lastSeenAt, linkUntil } = kiosk
    if (lastSeenAt)
      return here ? t('row.ready') : t('row.lastSeen', { time: timeText(lastSeenAt, timeZone, 'dateTime') })
    return linkUntil ? t('row.linkUntil', { time: timeText(linkUntil, timeZone) }) : t('row.linkDead')
  }
  const particulars = [
    mode === 'WALK_THROUGH' && t('row.walksThrough'),
    speaks && t('row.speaks'),
    isLanguage(locale) && languageNames[locale],
  ]
  return [presence(), ...particulars].filter(isText)
}

const isText = (value: string | false): value is string => value !== false
