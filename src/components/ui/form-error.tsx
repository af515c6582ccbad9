import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Notice } from './notice'

/** What went wrong with the whole form, above its button. Renders nothing while there is nothing to say. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <Notice tone="negative" icon={<TriangleAlert />}>
          {children}
        </Notice>
      )}
    </div>
  )
}
