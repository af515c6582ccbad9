import { TabletSmartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PublicShell } from '@/components/layout/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** The device is no kiosk, or was removed by the teacher. */
export function KioskGone() {
  const t = useTranslations('kiosks')
  return (
    <PublicShell>
      <div className="grid flex-1 place-items-center px-4 pb-16">
        <EmptyState
          icon={<TabletSmartphone />}
          title={t('gone.title')}
          level={1}
          action={
            <LinkButton href="/" variant="secondary">
              {t('toStart')}
            </LinkButton>
          }
        >
          {t('gone.text')}
        </EmptyState>
      </div>
    </PublicShell>
  )
}
