import './setup/node-version.mjs'

import('./setup/launch.mjs').then(({ launch }) =>
  launch({ script: 'scripts/check/run.ts', args: process.argv.slice(2), ownsData: false }),
)
