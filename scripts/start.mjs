import './setup/node-version.mjs'

import('./setup/launch.mjs').then(({ launch }) =>
  launch({
    script: 'scripts/setup/serve.ts',
    args: process.argv.slice(2),
    ownsData: !process.env.DATABASE_URL,
  }),
)
