import type { Role } from '@/domain/roles'

/** A part of the product with its own navigation; `account` belongs to everybody. */
export type Area = 'teach' | 'study' | 'employ' | 'work' | 'admin' | 'account'

/** Names an icon and the words beside it, because icons themselves cannot be handed from the server to the browser. */
export type NavigationIcon =
  | 'classes'
  | 'today'
  | 'record'
  | 'hours'
  | 'pay'
  | 'face'
  | 'admin'
  | 'recognition'
  | 'workplaces'
  | 'people'
  | 'places'
  | 'history'

export interface NavigationLink {
  href: string
  icon: NavigationIcon
  /** Active on this very path only, because others begin with it too. */
  exact?: boolean
}

interface AreaOfRole {
  role: Role
  area: Area
  home: string
  links: readonly NavigationLink[]
}

/** In the order of the switcher; the first one a person holds is where they land. */
export const areas: readonly AreaOfRole[] = [
  {
    role: 'TEACHER',
    area: 'teach',
    home: '/teach',
    links: [
      { href: '/teach', icon: 'classes' },
      { href: '/teach/recognition', icon: 'recognition' },
    ],
  },
  {
    role: 'STUDENT',
    area: 'study',
    home: '/study',
    links: [
      { href: '/study', icon: 'today', exact: true },
      { href: '/study/classes', icon: 'classes' },
      { href: '/study/record', icon: 'record' },
      { href: '/study/face', icon: 'face' },
    ],
  },
  {
    role: 'EMPLOYER',
    area: 'employ',
    home: '/employ',
    links: [{ href: '/employ', icon: 'workplaces' }],
  },
  {
    role: 'EMPLOYEE',
    area: 'work',
    home: '/work',
    links: [
      { href: '/work', icon: 'today', exact: true },
      { href: '/work/hours', icon: 'hours' },
      { href: '/work/pay', icon: 'pay' },
      { href: '/work/workplaces', icon: 'workplaces' },
      { href: '/work/face', icon: 'face' },
    ],
  },
  {
    role: 'ADMIN',
    area: 'admin',
    home: '/admin',
    links: [
      { href: '/admin', icon: 'admin', exact: true },
      { href: '/admin/people', icon: 'people' },
      { href: '/admin/places', icon: 'places' },
      { href: '/admin/history', icon: 'history' },
      { href: '/admin/recognition', icon: 'recognition' },
    ],
  },
]

/** The areas that these roles open. */
export function areasOf(roles: readonly Role[]): AreaOfRole[] {
  return areas.filter((area) => roles.includes(area.role))
}

/** Whether people and hours are compared there, on screens as wide as there are; elsewhere one reads of oneself. */
export const isWide = (area: Area) => area === 'teach' || area === 'employ' || area === 'admin'

/** Where a person with these roles lands; without any, where it says what they wait for. */
export function homeOf(roles: readonly Role[]): string {
  return areasOf(roles)[0]?.home ?? '/waiting'
}

/** Where a person with these roles looks after their face; none for whoever only runs things. */
export function facePageOf(roles: readonly Role[]): string | undefined {
  return areasOf(roles)
    .flatMap(({ links }) => links)
    .find(({ icon }) => icon === 'face')?.href
}

/** The links shown in an area; on the account page, those of the person's first area. */
export function linksOf(area: Area, roles: readonly Role[]): readonly NavigationLink[] {
  const own = areasOf(roles)
  return (own.find((candidate) => candidate.area === area) ?? own[0])?.links ?? []
}
