import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'

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
      className={classNames(
        'inline-block wrap-anywhere rounded-sm font-semibold hover:underline',
        // Wide enough for a finger, without taking that room.
        '-my-1.5 py-1.5 max-sm:-my-3 max-sm:py-3',
        className,
      )}
    >
      {name}
    </Link>
  )
}
