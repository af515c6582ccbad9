import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnPeriods } from '@/components/pay-periods/own-periods'
import { PageHeader } from '@/components/ui/page-header'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pay-periods'))('own.title') }
}

export default async function OwnPayPage() {
  await requireRole('EMPLOYEE', '/work/pay')
  const [api, t] = await Promise.all([caller(), getTranslations('pay-periods')])
  return (
    <>
      <PageHeader title={t('own.title')} description={t('own.hint')} />
      <OwnPeriods employments={await api.payPeriods.own()} />
    </>
  )
}
