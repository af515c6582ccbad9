import { FieldError } from '@/components/ui/field'
import { errorTextOf } from './error-text'

/** Why what a button does did not come about, beside the button. Nothing while there is no error. */
export function ActionError({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <div role="alert" className="mt-1">
      <FieldError>{errorTextOf(error)}</FieldError>
    </div>
  )
}
