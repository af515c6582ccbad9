import { useTranslations } from 'next-intl'
import { ownLineName } from '@/domain/line-names'
import type { LineKind } from '@/domain/pay/result'

/** What a line or sum of pay is for. */
export function LineName({ kind, name }: { kind: LineKind; name: string | null }) {
  const t = useTranslations('payments')
  const own = ownLineName(kind, name)
  if (own) return t(`name.${own}`)
  return name ? t('line.named', { kind: t(`kind.${kind}`), name }) : t(`kind.${kind}`)
}
