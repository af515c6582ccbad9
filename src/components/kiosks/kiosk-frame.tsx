'use client'

import { Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LogoMark } from '@/components/layout/logo'
import { IconButton } from '@/components/ui/icon-button'
import { KioskClock } from './kiosk-clock'
import type { KioskState } from './use-kiosk-state'

interface KioskFrameProps {
  state: KioskState
  arrivedAt: number
  children: ReactNode
}

/** The kiosk's whole screen: the clock on one side, what is to be done on the other; above one another when upright. */
export function KioskFrame({ state, arrivedAt, children }: KioskFrameProps) {
  const t = useTranslations('kiosks')
  return (
    <div className="flex flex-1 select-none flex-col bg-page">
      <header className="flex items-center gap-3 px-4 pt-3 text-muted sm:px-6">
        <LogoMark className="size-7!" />
        <p className="min-w-0 flex-1 truncate">{state.name}</p>
        <IconButton
          label={t('fullScreen')}
          icon={<Maximize />}
          tooltip={false}
          className="[:fullscreen_&]:hidden"
          onClick={() => void document.documentElement.requestFullscreen?.().catch(() => {})}
        />
      </header>
      <main
        id="main"
        className="grid flex-1 content-start items-center gap-4 px-4 pb-4 sm:content-evenly sm:px-6 landscape:grid-cols-[minmax(15rem,5fr)_8fr] landscape:content-center landscape:gap-8"
      >
        <KioskClock state={state} arrivedAt={arrivedAt} />
        <div className="min-w-0">{children}</div>
      </main>
    </div>
  )
}
