import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { KioskSetUp } from '@/components/kiosks/kiosk-set-up'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { PublicShell } from '@/components/layout/public-shell'
import { TextLink } from '@/components/ui/text-link'
import { LINK_MINUTES } from '@/domain/kiosks'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kiosks')
  return { title: t('setUp.title'), referrer: 'no-referrer' }
}

export default async function KioskSetUpRoute({ params }: PageProps<'/kiosk/set-up/[link]'>) {
  const { link } = await params
  const [api, t] = await Promise.all([caller(), getTranslations('kiosks')])
  const kiosk = await api.kiosks.byLink({ link }).catch(() => null)
  return (
    <PublicShell>
      <div className="relative flex flex-1 items-start justify-center overflow-hidden px-4 pt-4 pb-12 sm:items-center">
        <DialBackdrop />
        {kiosk ? (
          <AuthCard
            title={t('setUp.what', { place: kiosk.placeName, kiosk: kiosk.name })}
            description={t('setUp.hint')}
            footer={t('setUp.other')}
          >
            <KioskSetUp link={link} />
          </AuthCard>
        ) : (
          <AuthCard
            title={t('setUp.dead')}
            description={t('setUp.deadHint', { minutes: LINK_MINUTES })}
            footer={<TextLink href="/">{t('toStart')}</TextLink>}
          >
            <p className="text-muted">{t('setUp.already')}</p>
          </AuthCard>
        )}
      </div>
    </PublicShell>
  )
}
