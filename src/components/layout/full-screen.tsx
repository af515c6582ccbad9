import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LogoMark } from './logo'
import { SkipLink } from './skip-link'

interface FullScreenProps {
  title: ReactNode
  /** Under the title: the class, the day. */
  description?: ReactNode
  back: { href: string; label: string }
  /** On the right of the head: state, buttons. */
  actions?: ReactNode
  children: ReactNode
}

/** A page that fills a projector: no navigation, big type, every pixel for what is watched. */
export function FullScreen({ title, description, back, actions, children }: FullScreenProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b bg-surface px-4 py-3 sm:px-8">
        <Link
          href={back.href}
          aria-label={back.label}
          className="grid size-11 place-items-center rounded-md text-muted hover:bg-neutral-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-6" />
        </Link>
        <LogoMark className="max-sm:hidden" />
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-bold text-xl tracking-tight sm:text-2xl">{title}</h1>
          {description && <p className="truncate text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <main id="main" tabIndex={-1} className="flex-1 px-4 py-5 outline-none sm:px-8 sm:py-8">
        {children}
      </main>
    </div>
  )
}
