import type { Role } from '@/domain/roles'

/** A part of the product with its own navigation; `account` belongs to everybody. */
export type Area = 'teach' | 'study' | 'admin' | 'account'

/** Names an icon, because icons themselves cannot be handed from the server to the browser. */
export type NavigationIcon = 'classes' | 'today' | 'record' | 'face' | 'admin' | 'recognition'

export interface NavigationLink {
  href: string
  label: string
  icon: NavigationIcon
  /** Active on this very path only, because others begin with it too. */
  exact?: boolean
}

interface AreaOfRole {
  role: Role
  area: Area
  /** What the person does there, for the switcher. */
  label: string
  home: string
  links: readonly NavigationLink[]
}

/** In the order of the switcher; the first one a person holds is where they land. */
export const areas: readonly AreaOfRole[] = [
  {
    role: 'TEACHER',
    area: 'teach',
    label: 'Teaching',
    home: '/teach',
    links: [
      { href: '/teach', label: 'Classes', icon: 'classes' },
      { href: '/teach/recognition', label: 'Recognition', icon: 'recognition' },
    ],
  },
  {
    role: 'STUDENT',
    area: 'study',
    label: 'Studying',
    home: '/study',
    links: [
      { href: '/study', label: 'Today', icon: 'today', exact: true },
      { href: '/study/classes', label: 'Classes', icon: 'classes' },
      { href: '/study/record', label: 'Record', icon: 'record' },
      { href: '/study/face', label: 'My face', icon: 'face' },
    ],
  },
  {
    role: 'ADMIN',
    area: 'admin',
    label: 'Administration',
    home: '/admin',
    links: [
      { href: '/admin', label: 'Installation', icon: 'admin' },
      { href: '/admin/recognition', label: 'Recognition', icon: 'recognition' },
    ],
  },
]

/** The areas that these roles open. */
export function areasOf(roles: readonly Role[]): AreaOfRole[] {
  return areas.filter((area) => roles.includes(area.role))
}

/** Where a person with these roles lands. */
export function homeOf(roles: readonly Role[]): string {
  return areasOf(roles)[0]?.home ?? '/account'
}

/** The links shown in an area; on the account page, those of the person's first area. */
export function linksOf(area: Area, roles: readonly Role[]): readonly NavigationLink[] {
  const own = areasOf(roles)
  return (own.find((candidate) => candidate.area === area) ?? own[0])?.links ?? []
}
