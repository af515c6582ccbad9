import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { RollCallPhoto } from './use-roll-call'

/** Which photos gave nothing, and why; nothing while all did. */
export function PhotoProblems({ photos }: { photos: readonly RollCallPhoto[] }) {
  const t = useTranslations('roll-calls')
  const bad = photos.filter(({ problem }) => problem !== null)
  if (bad.length === 0) return null
  return (
    <Notice tone="caution" title={t('problems.title', { count: bad.length })}>
      <ul>
        {bad.map(({ id, position, problem }) => (
          <li key={id}>{problem && t(`problems.${problem}`, { number: position })}</li>
        ))}
      </ul>
    </Notice>
  )
}
