import type { Seeded, Visitor } from './seed'

/** An element by its selector, and where several fit, the first with this in its text or label. */
export interface Sought {
  selector: string
  text?: string
}

/** The control that a page is opened for, and what counts as its answer, in words for the table and for the browser. */
interface Control {
  name: string
  answers: string
  of: Sought
  answered: Sought
}

export interface Visit {
  /** As the table names it. */
  path: string
  address: (seeded: Seeded) => string
  visitor?: Visitor
  control: Control
}

const opensDialog = (of: Sought, name: string): Control => ({
  name,
  answers: 'its dialog is there',
  of,
  answered: { selector: '[role="dialog"]' },
})

const opensMenu = (of: Sought, name: string): Control => ({
  name,
  answers: 'its menu is there',
  of,
  answered: { selector: '[role="menu"]' },
})

const button = (text: string): Sought => ({ selector: 'button', text })

export const visits: Visit[] = [
  {
    path: '/',
    address: () => '/',
    control: opensMenu(
      button('Appearance'),
      '“Appearance”: its other controls are links, which need no script',
    ),
  },
  {
    path: '/sign-in',
    address: () => '/sign-in',
    control: {
      name: '“Sign in”, with nothing typed',
      answers: 'a field says that it is lacking',
      of: { selector: 'main form button', text: 'Sign in' },
      answered: { selector: 'input[aria-invalid="true"]' },
    },
  },
  {
    path: '/teach',
    address: () => '/teach',
    visitor: 'TEACHER',
    control: opensDialog(button('New class'), '“New class”'),
  },
  {
    path: '/teach/classes/…',
    address: ({ classId }) => `/teach/classes/${classId}`,
    visitor: 'TEACHER',
    control: {
      name: 'the tab “Students”',
      answers: 'the roster’s first students are there',
      of: { selector: '[role="tab"]', text: 'Students' },
      answered: { selector: '[role="tabpanel"]', text: 'Person 001 Okonkwo' },
    },
  },
  {
    path: '/teach/sessions/…',
    address: ({ sessionId }) => `/teach/sessions/${sessionId}`,
    visitor: 'TEACHER',
    control: opensDialog({ selector: 'main li button' }, 'the first student’s tile'),
  },
  {
    path: '/teach/sessions/…/projector',
    address: ({ sessionId }) => `/teach/sessions/${sessionId}/projector`,
    visitor: 'TEACHER',
    control: {
      name: '“Show code”',
      answers: 'it is “Hide code” then',
      of: button('Show code'),
      answered: button('Hide code'),
    },
  },
  {
    path: '/study',
    address: () => '/study',
    visitor: 'STUDENT',
    control: opensDialog(button('Clock in with the code'), '“Clock in with the code”'),
  },
  {
    path: '/work',
    address: () => '/work',
    visitor: 'EMPLOYEE',
    control: opensDialog(button('Clock out with the code'), '“Clock out with the code”'),
  },
  {
    path: '/employ',
    address: () => '/employ',
    visitor: 'EMPLOYER',
    control: opensDialog(button('New workplace'), '“New workplace”'),
  },
  {
    path: '/employ/workplaces/…',
    address: ({ workplaceId }) => `/employ/workplaces/${workplaceId}`,
    visitor: 'EMPLOYER',
    control: {
      name: 'the tab “Team”',
      answers: 'the team’s first people are there',
      of: { selector: '[role="tab"]', text: 'Team' },
      answered: { selector: '[role="tabpanel"]', text: 'Person 001 Okonkwo' },
    },
  },
  {
    path: '/admin',
    address: () => '/admin',
    visitor: 'ADMIN',
    control: opensMenu(button('Account of'), 'the account’s menu'),
  },
]
