import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { EmailAddress } from '@/components/ui/email-address'
import { FieldError } from '@/components/ui/field'
import { useMoneyText } from '@/components/words/money'

interface TeamPreviewProps {
  lines: ApiOutput['employments']['previewTeam']
  currency: string
}

/** What was read of a list, with what is wrong beside each line. */
export function TeamPreview({ lines, currency }: TeamPreviewProps) {
  const t = useTranslations('employments')
  const moneyText = useMoneyText()
  return (
    <ul aria-label={t('list.preview')} className="divide-y">
      {lines.map(({ line, name, email, jobTitle, externalNumber, minorPerHour, problem }) => (
        <li key={line} className="flex items-start gap-3 py-2.5">
          <span className="w-16 shrink-0 text-muted text-sm">{t('list.line', { line })}</span>
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere">
              <span className="font-semibold">{name || <EmailAddress>{email}</EmailAddress>}</span>
              {name && (
                <span className="text-muted">
                  {' '}
                  <EmailAddress>{email}</EmailAddress>
                </span>
              )}
            </p>
            <p className="wrap-anywhere text-muted text-sm">
              {[
                ...[jobTitle, externalNumber],
                minorPerHour === null
                  ? null
                  : t('rates.an', { amount: moneyText({ amount: minorPerHour, currency }) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {problem && <FieldError>{t(`problem.${problem}`)}</FieldError>}
          </div>
          {!problem && <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-positive-ink" />}
        </li>
      ))}
    </ul>
  )
}
