import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const hours = [
  ...[
    'average-hours',
    'corrections',
    'entry-exceptions',
    'exceptions',
    'extras',
    'money',
    'pay-periods',
    'payments',
    'premium-law',
  ],
  ...['rule-sets', 'time-entries', 'timesheets', 'work-sites', 'worked-days', 'worked-through'],
].join()

/** The tests of hours and pay alone, so that a mutant is tried against what is written about it. */
export default defineConfig({
  resolve: { alias: { '@': at('src'), '@test': at('test') } },
  test: {
    setupFiles: ['test/support/no-stray-errors.ts'],
    env: { TZ: 'Asia/Kathmandu' },
    include: ['test/domain/pay/**/*.test.ts', `test/domain/{${hours}}.test.ts`],
  },
})
