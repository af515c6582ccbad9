'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { type SectionProps, typedIn } from './form-parts'

const limits = ['restMinutes', 'dayMinutes', 'weekMinutes'] as const

/** What is warned of; nothing of it changes what is paid. */
export function LimitSection(props: SectionProps) {
  const t = useTranslations('rule-sets')
  return (
    <Card>
      <CardHeader title={t('topic.limits')} description={t('form.limitHint')} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {limits.map((limit) => (
          <Field key={limit} label={t(`form.${limit}`)} optional error={props.errors[limit]}>
            <Input autoComplete="off" {...typedIn(props, limit)} />
          </Field>
        ))}
      </div>
    </Card>
  )
}
