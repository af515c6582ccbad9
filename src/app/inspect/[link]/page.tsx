import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { InspectionPage } from '@/components/inspections/inspection-page'
import { PublicShell } from '@/components/layout/public-shell'
import { withWords } from '@/components/words/with-words'
import { monthSchema } from '@/domain/records-schema'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inspections')
  return { title: t('page.title'), referrer: 'no-referrer', robots: { index: false } }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

async function InspectRoute({ params, searchParams }: PageProps<'/inspect/[link]'>) {
  const [{ link }, asked] = await Promise.all([params, searchParams])
  const [api, t] = await Promise.all([caller(), getTranslations('inspections')])
  const month = monthSchema.safeParse(first(asked.month)).data
  const look = await api.inspections
    .look({ link, month, employmentId: first(asked.employment) })
    .catch(() => null)
  return (
    <PublicShell>
      {look ? (
        <InspectionPage link={link} look={look} />
      ) : (
        <div className="flex flex-1 items-start justify-center px-4 pt-4 pb-12 sm:items-center">
          <AuthCard title={t('dead.title')} description={t('dead.text')} footer={null} />
        </div>
      )}
    </PublicShell>
  )
}

export default withWords(['inspections'], InspectRoute)
