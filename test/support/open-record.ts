import type { Page } from '@playwright/test'

/** Taps a student's tile or line on a board beside the name, which leads to the student's page instead. */
export const openRecord = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click({ position: { x: 5, y: 5 } })
