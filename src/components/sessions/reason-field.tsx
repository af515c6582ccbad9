import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

interface ReasonFieldProps {
  label: string
  value: string
  onChange: (reason: string) => void
}

/** Why something is done that stays in a history; nobody has to say. */
export function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  return (
    <Field label={label} optional>
      <Textarea rows={2} maxLength={300} value={value} onChange={({ target }) => onChange(target.value)} />
    </Field>
  )
}
