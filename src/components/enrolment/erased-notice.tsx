import { Eraser } from 'lucide-react'
import type { ApiOutput } from '@/components/providers/api-output'
import { Notice } from '@/components/ui/notice'

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What withdrawing has erased, in figures. */
export function ErasedNotice({ erased }: { erased: ApiOutput['enrolment']['withdraw'] }) {
  const { photos, templates, evidence } = erased
  return (
    <div role="status">
      <Notice tone="positive" icon={<Eraser />} title="You have withdrawn, and your face is erased">
        Erased for good: {counted(photos, 'photo')}, {counted(templates, 'template')} and{' '}
        {counted(evidence, 'snapshot')}. Your attendance stays. From now on you clock in with the session’s
        code.
      </Notice>
    </div>
  )
}
