'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { BeginSection } from './begin-section'
import { BreakSection } from './break-section'
import { DaySection, RoundingSection } from './day-section'
import { LimitSection } from './limit-section'
import { OvertimeSection } from './overtime-section'
import { PayExampleCard } from './pay-example-card'
import { PremiumSection } from './premium-section'
import { PresetSources } from './preset-sources'
import type { RuleBook } from './rule-versions'
import { useNewRules } from './use-new-rules'
import { weekStartOf } from './week-start'

const firstWrong = (form: HTMLFormElement) => form.querySelector<HTMLElement>('[aria-invalid=true]')

/** Those in force or a preset, changed rule by rule, with an example that follows. */
export function NewRulesForm({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  const ui = useTranslations('ui')
  const { currency } = book.workplace
  const { rules, preset, begin, section, wrong, save, submit } = useNewRules(book)
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        const form = event.currentTarget
        if (!submit()) requestAnimationFrame(() => firstWrong(form)?.focus())
      }}
      className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]"
    >
      <div className="grid min-w-0 gap-6">
        <BeginSection {...begin} />
        <DaySection {...section} />
        <BreakSection {...section} />
        <RoundingSection {...section} />
        <OvertimeSection {...section} />
        <PremiumSection {...section} currency={currency} />
        <LimitSection {...section} />
        <FormError>{wrong && t('form.wrong')}</FormError>
        <ActionError error={save.error} />
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <LinkButton href={`/employ/workplaces/${book.workplace.id}/rules`} variant="secondary">
            {ui('cancel')}
          </LinkButton>
          <Button type="submit" loading={save.isPending || save.isSuccess}>
            {t('form.save')}
          </Button>
        </div>
      </div>
      <div className="min-w-0 lg:self-stretch">
        <PresetSources preset={preset} />
        <div className="mt-6 lg:sticky lg:top-20">
          <PayExampleCard rules={rules} currency={currency} weekStart={weekStartOf(book)} />
        </div>
      </div>
    </form>
  )
}
