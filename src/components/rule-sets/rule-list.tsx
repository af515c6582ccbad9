'use client'

import { useTranslations } from 'next-intl'
import { ruleSentences, ruleTopics } from '@/domain/rule-sentences'
import type { Rules } from '@/domain/rule-sets'
import { useRuleWords } from './rule-words'

/** Rules as sentences, none left out. */
export function RuleList({ rules, currency }: { rules: Rules; currency: string }) {
  const t = useTranslations('rule-sets')
  const words = useRuleWords(currency)
  const sentences = ruleSentences(rules)
  return (
    <dl className="grid gap-4">
      {ruleTopics.map((topic) => (
        <div key={topic}>
          <dt className="font-semibold text-sm">{t(`topic.${topic}`)}</dt>
          {sentences
            .filter((one) => one.topic === topic)
            .flatMap(words)
            .map((sentence) => (
              <dd key={sentence} className="wrap-anywhere mt-1 max-w-text">
                {sentence}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  )
}
