'use client'

import {
  Banknote,
  Briefcase,
  CalendarClock,
  ChartSpline,
  ClipboardCheck,
  GraduationCap,
  HeartPulse,
  History,
  Hourglass,
  type LucideIcon,
  MapPin,
  ScanFace,
  Users,
} from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { NavigationIcon, NavigationLink } from './areas'

const icons: Record<NavigationIcon, LucideIcon> = {
  classes: GraduationCap,
  today: CalendarClock,
  record: ClipboardCheck,
  hours: Hourglass,
  pay: Banknote,
  face: ScanFace,
  admin: HeartPulse,
  recognition: ChartSpline,
  workplaces: Briefcase,
  people: Users,
  places: MapPin,
  history: History,
}

/** Whether a link is where the reader is: of several that the path begins with, the longest. */
function useCurrent(links: readonly NavigationLink[]) {
  const path = usePathname()
  const current = links
    .filter(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
    .reduce((best, { href }) => (href.length > best.length ? href : best), '')
  return ({ href }: NavigationLink) => href === current
}

/** In the header, from tablets upwards; on phones too where there is no bottom bar. */
export function HeaderNavigation({ links }: { links: readonly NavigationLink[] }) {
  const t = useTranslations('layout')
  const isCurrent = useCurrent(links)
  return (
    <nav aria-label={t('navigation')} className={classNames('flex', links.length > 1 && 'max-sm:hidden')}>
      <ul className="flex gap-1">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={isCurrent(link) ? 'page' : undefined}
              className="flex h-11 items-center rounded-md px-3 font-semibold text-muted transition-colors hover:bg-neutral-soft hover:text-ink aria-[current=page]:text-accent-ink sm:h-10 sm:aria-[current=page]:bg-accent-soft"
            >
              {t(`links.${link.icon}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Under the thumb on phones, where an area has several places. */
export function BottomNavigation({ links }: { links: readonly NavigationLink[] }) {
  const t = useTranslations('layout')
  const isCurrent = useCurrent(links)
  if (links.length < 2) return null
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-safe shadow-lg sm:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {links.map((link) => {
          const Icon = icons[link.icon]
          return (
            <li key={link.href} className="flex-1">
              <Link
                href={link.href}
                aria-current={isCurrent(link) ? 'page' : undefined}
                className="group flex h-16 flex-col items-center justify-center gap-0.5 text-muted text-xs focus-visible:-outline-offset-4 aria-[current=page]:font-bold aria-[current=page]:text-accent-ink"
              >
                <span className="rounded-full px-4 py-0.5 transition-colors group-aria-[current=page]:bg-accent-soft">
                  <Icon aria-hidden="true" className="size-6" />
                </span>
                {t(`links.${link.icon}`)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
