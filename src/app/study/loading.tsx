import { Card } from '@/components/ui/card'
import { ListSkeleton, Skeleton } from '@/components/ui/skeleton'

export default function StudyLoading() {
  return (
    <>
      <Skeleton className="mb-8 h-9 w-40" />
      <Card padded={false} className="max-w-3xl">
        <ListSkeleton rows={4} />
      </Card>
    </>
  )
}
