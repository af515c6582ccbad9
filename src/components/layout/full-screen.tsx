import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { LogoMark } from './logo'
import { SkipLink } from './skip-link'

interface FullScreenProps {
  title: ReactNode
  /** Under the title: the class, the day. */
  description?: ReactNode
  back: { href: string; label: string }
  /** On the right of the head, always shown: a state, the time. */
  aside?: ReactNode
  /** Buttons at the end of the head. */
  actions?: ReactNode
  children: ReactNode
}

// Asked for by a button or by the browser's own key: either way the controls are not for the class to see.
const unlessFullScreen = '[:fullscreen_&]:hidden [@media(display-mode:fullscreen)]:hidden'

/**
 * A page that fills a projector: no navigation, big type, every pixel for what is watched. Once the browser
 * shows it in full screen, the way back and the actions disappear.
 */
export function FullScreen({ title, description, back, aside, actions, children }: FullScreenProps) {
  return (
    <div className="full-screen flex flex-1 flex-col">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b bg-surface px-4 py-3 sm:px-8">
        <Link
          href={back.href}
          aria-label={back.label}
          className={classNames(
            'grid size-11 place-items-center rounded-md text-muted hover:bg-neutral-soft hover:text-ink',
            unlessFullScreen,
          )}
        >
          <ArrowLeft aria-hidden="true" className="size-6" />
        </Link>
        <LogoMark className="max-sm:hidden" />
        <div className="min-w-0 flex-1">
          <h1 className="max-sm:wrap-anywhere font-bold sm:truncate text-xl tracking-tight sm:text-2xl">
            {title}
          </h1>
          {description && (
            <p className="max-sm:wrap-anywhere text-muted max-sm:[&_time]:whitespace-normal sm:truncate">
              {description}
            </p>
          )}
        </div>
        {aside}
        {actions && (
          <div className={classNames('flex flex-wrap items-center gap-2 max-sm:w-full', unlessFullScreen)}>
            {actions}
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col px-4 py-5 outline-none sm:px-8 sm:py-8">
        {children}
      </main>
    </div>
  )
}
