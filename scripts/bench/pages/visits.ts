import type { Page } from '@playwright/test'
import type { Seeded, Visitor } from './seed'

/** The control that a page is opened for, and what counts as its answer, in words for the table and for the browser. */
interface Control {
  name: string
  answers: string
  of: (page: Page) => ReturnType<Page['locator']>
  answered: (page: Page) => ReturnType<Page['locator']>
}

export interface Visit {
  /** As the table names it. */
  path: string
  address: (seeded: Seeded) => string
  visitor?: Visitor
  control: Control
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

function opensDialog(name: RegExp, words: string): Control {
  return {
    name: words,
    answers: 'its dialog is there',
    of: (page) => button(page, name),
    answered: (page) => page.getByRole('dialog'),
  }
}

function opensMenu(name: RegExp, words: string): Control {
  return {
    name: words,
    answers: 'its menu is there',
    of: (page) => button(page, name),
    answered: (page) => page.getByRole('menu'),
  }
}

export const visits: Visit[] = [
  {
    path: '/',
    address: () => '/',
    control: opensMenu(/^Appearance$/, '“Appearance”: its other controls are links, which need no script'),
  },
  {
    path: '/sign-in',
    address: () => '/sign-in',
    control: {
      name: '“Sign in”, with nothing typed',
      answers: 'a field says that it is lacking',
      of: (page) => button(page, /^Sign in$/),
      answered: (page) => page.locator('input[aria-invalid="true"]').first(),
    },
  },
  {
    path: '/teach',
    address: () => '/teach',
    visitor: 'TEACHER',
    control: opensDialog(/^New class$/, '“New class”'),
  },
  {
    path: '/teach/classes/…',
    address: ({ classId }) => `/teach/classes/${classId}`,
    visitor: 'TEACHER',
    control: {
      name: 'the tab “Students”',
      answers: 'the roster of 200 is there',
      of: (page) => page.getByRole('tab', { name: /^Students/ }),
      answered: (page) => page.getByText('Person 199 Okonkwo').first(),
    },
  },
  {
    path: '/teach/sessions/…',
    address: ({ sessionId }) => `/teach/sessions/${sessionId}`,
    visitor: 'TEACHER',
    control: opensDialog(/^Person 001 Okonkwo$|^Anna Berg$|^Person 002 Okonkwo$/, 'the first student’s tile'),
  },
  {
    path: '/teach/sessions/…/projector',
    address: ({ sessionId }) => `/teach/sessions/${sessionId}/projector`,
    visitor: 'TEACHER',
    control: {
      name: '“Show code”',
      answers: 'it is “Hide code” then',
      of: (page) => button(page, /^Show code$/),
      answered: (page) => button(page, /^Hide code$/),
    },
  },
  {
    path: '/study',
    address: () => '/study',
    visitor: 'STUDENT',
    control: opensDialog(/^Clock in with the code$/, '“Clock in with the code”'),
  },
  {
    path: '/work',
    address: () => '/work',
    visitor: 'EMPLOYEE',
    control: opensDialog(/^Clock out with the code$/, '“Clock out with the code”'),
  },
  {
    path: '/employ',
    address: () => '/employ',
    visitor: 'EMPLOYER',
    control: opensDialog(/^New workplace$/, '“New workplace”'),
  },
  {
    path: '/employ/workplaces/…',
    address: ({ workplaceId }) => `/employ/workplaces/${workplaceId}`,
    visitor: 'EMPLOYER',
    control: {
      name: 'the tab “Team”',
      answers: 'the team of 200 is there',
      of: (page) => page.getByRole('tab', { name: /^Team/ }),
      answered: (page) => page.getByText('Person 001 Okonkwo').first(),
    },
  },
  {
    path: '/admin',
    address: () => '/admin',
    visitor: 'ADMIN',
    control: opensMenu(/^Account of/, 'the account’s menu'),
  },
]
