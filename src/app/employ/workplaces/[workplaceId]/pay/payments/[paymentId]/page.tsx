import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PaymentPage } from '@/components/payments/payment-page'
import { FollowHours } from '@/components/time-entries/follow-hours'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/pay/payments/[paymentId]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('one.title') }
}

async function WorkplacePaymentPage({ params }: Props) {
  const { workplaceId, paymentId } = await params
  const pay = `/employ/workplaces/${workplaceId}/pay`
  await requireRole('EMPLOYER', `${pay}/payments/${paymentId}`)
  const [api, t] = await Promise.all([caller(), getTranslations('payments')])
  const start = await api.feeds.start()
  const payment = await orNotFound(api.payments.byId({ paymentId }))
  const back = { href: `${pay}?day=${payment.period.from}`, label: t('one.back') }
  const timesheet = `${pay}/${payment.period.from}/${payment.employmentId}`
  return (
    <>
      <FollowHours feed={{ kind: 'workplace', workplaceId }} start={start} />
      <PaymentPage {...{ payment, back, timesheet }} />
    </>
  )
}

export default withWords(['payments', 'time-entries'], WorkplacePaymentPage)
