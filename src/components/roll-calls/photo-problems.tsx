import { Notice } from '@/components/ui/notice'
import type { RollCallPhoto } from './use-roll-call'
import { photoProblemText } from './words'

/** Which photos gave nothing, and why; nothing while all did. */
export function PhotoProblems({ photos }: { photos: readonly RollCallPhoto[] }) {
  const bad = photos.filter(({ problem }) => problem !== null)
  if (bad.length === 0) return null
  return (
    <Notice tone="caution" title={bad.length === 1 ? 'One photo gave nothing' : 'Some photos gave nothing'}>
      <ul>
        {bad.map(({ id, position, problem }) => (
          <li key={id}>
            Photo {position} {problem && photoProblemText[problem]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
