import { FieldError } from '@/components/ui/field'
import { useErrorText } from '@/components/words/error-words'

/** Why what a button does did not come about, beside the button. Nothing while there is no error. */
export function ActionError({ error }: { error: unknown }) {
  const errorText = useErrorText()
  if (!error) return null
  return (
    <div role="alert" className="mt-1">
      <FieldError>{errorText(error)}</FieldError>
    </div>
  )
}
