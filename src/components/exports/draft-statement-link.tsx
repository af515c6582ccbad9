import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'

/** What somebody's hours of a period come to before they are paid, as a PDF that says it is a draft. */
export function DraftStatementLink({ employmentId, day }: { employmentId: string; day: string }) {
  const t = useTranslations('payments')
  return (
    <a
      href={`/api/draft-statements/${employmentId}/${day}`}
      download
      className={buttonStyles('secondary', 'md', 'justify-self-start max-sm:w-full')}
    >
      <FileDown aria-hidden="true" />
      {t('statement.draft')}
    </a>
  )
}
