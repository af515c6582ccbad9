import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': at('./src'),
      '@test': at('./test'),
      'server-only': at('./test/support/empty.ts'),
    },
  },
  test: {
    setupFiles: ['test/support/no-stray-errors.ts'],
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          sequence: { groupOrder: 0 },
          include: ['test/domain/**/*.test.ts', 'test/components/**/*.test.ts'],
          maxWorkers: 2,
          // Not a measure of speed: how long a busy machine may take before something is held to hang.
          testTimeout: 60_000,
          // Pure rules: nothing that one file leaves behind can matter to another, and each module is read once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          sequence: { groupOrder: 1 },
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/support/database-setup.ts'],
          maxWorkers: 2,
          // Each file begins with an empty database of its own worker; reading every module anew took a third of the time.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          sequence: { groupOrder: 2 },
          include: ['test/engine/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
