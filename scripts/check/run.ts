import { prepare } from '../setup/prepare'
import { runChecks } from './checks'

await prepare({ models: false })
process.send?.('prepared')
const results = await runChecks()
process.exit(results.every(({ passed }) => passed) ? 0 : 1)
