import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'

interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  /** Beside the title: badges. */
  aside?: ReactNode
  actions?: ReactNode
  back?: { href: string; label: string }
}

/** The page's one h1, with where it belongs and what can be done on it. */
export function PageHeader({ title, description, aside, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-6 sm:mb-8">
      {back && (
        <Link
          href={back.href}
          className="-ms-1 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-sm px-1 font-semibold text-muted text-sm hover:text-ink sm:min-h-8 print:hidden"
        >
          <ArrowLeft aria-hidden="true" className="size-4 shrink-0" />
          <span className="wrap-anywhere">{back.label}</span>
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="wrap-anywhere font-bold text-2xl tracking-tight sm:text-3xl">{title}</h1>
            {aside}
          </div>
          {description && <p className="wrap-anywhere mt-1 max-w-text text-muted">{description}</p>}
        </div>
        {actions && <div className="flex w-full flex-wrap gap-2 sm:w-auto print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
