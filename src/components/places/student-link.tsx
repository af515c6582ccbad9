import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'

interface StudentLinkProps {
  classId: string
  student: { id: string; name: string }
  /** For one that the arrow keys reach and the Tab key passes by. */
  tabIndex?: number | undefined
  className?: string
}

/** A student's name, wherever it stands before a leader of the class: it leads to their page in this class. */
export function StudentLink({ classId, student: { id, name }, tabIndex, className }: StudentLinkProps) {
  return (
    <Link
      href={`/teach/classes/${classId}/students/${id}`}
      prefetch={false}
      translate="no"
      tabIndex={tabIndex}
      className={classNames('wrap-anywhere rounded-sm font-semibold hover:underline', className)}
    >
      {name}
    </Link>
  )
}
