import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { accountLimits } from '@/domain/account'

/** Tells while typing how far a new password is from long enough. */
export function PasswordLength({ password }: { password: string }) {
  const t = useTranslations('account')
  const min = accountLimits.passwordMin
  const length = [...password].length
  const enough = password.length >= min
  const Icon = enough ? CircleCheck : CircleDashed
  return (
    <span className="flex items-start gap-1.5">
      <Icon
        aria-hidden="true"
        className={`mt-0.75 size-4 shrink-0 ${enough ? 'text-positive-ink' : 'text-muted'}`}
      />
      {enough
        ? t('passwordLength.enough')
        : length === 0
          ? t('passwordLength.none', { min })
          : t('passwordLength.some', { length, min })}
    </span>
  )
}
