import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HoursExceptions } from '@/components/pay-periods/hours-exceptions'
import { ownGroups } from '@/components/pay-periods/own-groups'
import { OwnPeriods } from '@/components/pay-periods/own-periods'
import { FollowHours } from '@/components/time-entries/follow-hours'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pay-periods'))('own.title') }
}

async function OwnPayPage() {
  await requireRole('EMPLOYEE', '/work/pay')
  const [api, t] = await Promise.all([caller(), getTranslations('pay-periods')])
  const start = await api.feeds.start()
  const [periods, waiting] = await Promise.all([api.payPeriods.own(), api.payPeriods.ownWaiting()])
  return (
    <>
      <PageHeader title={t('own.title')} description={t('own.hint')} />
      <FollowHours feed={{ kind: 'work' }} start={start} />
      <div className="mb-6 max-w-3xl empty:hidden">
        <HoursExceptions groups={ownGroups(waiting)} />
      </div>
      <OwnPeriods employments={periods} />
    </>
  )
}

export default withWords(['pay-periods', 'payments', 'rule-sets', 'time-entries'], OwnPayPage)
