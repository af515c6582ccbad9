import { CircleCheck, CircleDashed } from 'lucide-react'
import { accountLimits } from '@/domain/account'

/** Tells while typing how far a new password is from long enough. */
export function PasswordLength({ password }: { password: string }) {
  const length = [...password].length
  const enough = password.length >= accountLimits.passwordMin
  const Icon = enough ? CircleCheck : CircleDashed
  return (
    <span className="flex items-start gap-1.5">
      <Icon
        aria-hidden="true"
        className={`mt-0.75 size-4 shrink-0 ${enough ? 'text-positive-ink' : 'text-muted'}`}
      />
      {enough
        ? 'Long enough.'
        : length === 0
          ? `At least ${accountLimits.passwordMin} characters. A short sentence is easy to remember.`
          : `${length} of at least ${accountLimits.passwordMin} characters.`}
    </span>
  )
}
