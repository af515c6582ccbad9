import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'

interface StatementLinkProps {
  paymentId: string
  /** In a list: for which days, said to whoever cannot see the row. */
  of?: string
}

/** The statement of hours and gross pay of a payment, as a PDF. */
export function StatementLink({ paymentId, of }: StatementLinkProps) {
  const t = useTranslations('payments')
  return (
    <a
      href={`/api/statements/${paymentId}`}
      download
      {...(of && { 'aria-label': t('statement.of', { days: of }) })}
      className={of ? buttonStyles('ghost', 'sm') : buttonStyles('secondary', 'md')}
    >
      <FileDown aria-hidden="true" />
      {of ? t('statement.short') : t('statement.button')}
    </a>
  )
}
