import './setup/node-version.mjs'

import('./setup/launch.mjs').then(({ launch }) =>
  launch({ script: 'scripts/testing/run.ts', args: process.argv.slice(2), ownsData: false }),
)
