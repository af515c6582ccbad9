import { useTranslations } from 'next-intl'
import type { LineKind } from '@/domain/pay/result'

/** Names that a calculation gives by itself; all others are those of kinds of work, premiums and extras. */
const known = ['unpaid', 'deducted', 'weighted', 'weekly-overtime', 'credit'] as const

/** What a line or sum of pay is for. */
export function LineName({ kind, name }: { kind: LineKind; name: string | null }) {
  const t = useTranslations('payments')
  const own = known.find((one) => one === name)
  if (own && (kind === 'break' || kind === 'overtime' || kind === 'adjustment')) return t(`name.${own}`)
  return name ? t('line.named', { kind: t(`kind.${kind}`), name }) : t(`kind.${kind}`)
}
