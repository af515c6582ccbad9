import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PaymentPage } from '@/components/payments/payment-page'
import { FollowHours } from '@/components/time-entries/follow-hours'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/work/pay/payments/[paymentId]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('one.title') }
}

async function OwnPaymentPage({ params }: Props) {
  const { paymentId } = await params
  await requireRole('EMPLOYEE', `/work/pay/payments/${paymentId}`)
  const [api, t] = await Promise.all([caller(), getTranslations('pay-periods')])
  const start = await api.feeds.start()
  const payment = await orNotFound(api.payments.ownById({ paymentId }))
  const timesheet = `/work/pay/${payment.employmentId}/${payment.period.from}`
  const back = { href: timesheet, label: t('own.title') }
  return (
    <>
      <FollowHours feed={{ kind: 'work' }} start={start} />
      <PaymentPage {...{ payment, back, timesheet }} />
    </>
  )
}

export default withWords(['payments', 'time-entries'], OwnPaymentPage)
