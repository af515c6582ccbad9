import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

interface AuthCardProps {
  title: string
  description?: ReactNode
  /** Where to go instead: sign in for sign up, and the other way round. */
  footer?: ReactNode
  /** The form, where there is one to fill in. */
  children?: ReactNode
}

export function AuthCard({ title, description, footer, children }: AuthCardProps) {
  return (
    <div className="relative w-full max-w-form">
      <Card className="p-5! shadow-md! sm:p-8!">
        <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-muted">{description}</p>}
        {children && <div className="mt-6">{children}</div>}
      </Card>
      {footer && <p className="mt-5 text-center text-muted">{footer}</p>}
    </div>
  )
}
