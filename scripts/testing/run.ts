import { build, prepare } from '../setup/prepare'
import { tell } from '../setup/setup-error.mjs'
import { runSuite, suites } from './suites'
import { add, none, oneFailed, say, type Tally } from './tally'

// `npm test` runs everything; `npm test -- domain` one part; `npm test -- server test/server/classes` some of it.
const names = Object.keys(suites)
const args = process.argv.slice(2)
const filters = args.filter((arg) => !names.includes(arg))
const chosen = names.filter((name) => args.includes(name))
const wanted = chosen.length > 0 ? chosen : names

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
process.on('disconnect', () => process.exit(1))

async function setUp(): Promise<Tally> {
  try {
    await prepare()
    if (wanted.includes('server') || wanted.includes('e2e')) await build()
    return none
  } catch (error) {
    tell(error, process.cwd())
    return oneFailed
  }
}

let total = await setUp()
// Others may prepare this folder from here on; the tests themselves start servers that do.
process.send?.('prepared')
const started = Date.now()
for (const name of wanted) {
  console.log(`\n--- ${name}`)
  const tally = await runSuite(name, filters)
  console.log(`--- ${name}: ${say(tally)}, ${Math.round((Date.now() - started) / 1000)} s so far`)
  total = add(total, tally)
}
console.log(`\n${say(total)}`)
process.exit(total.failed === 0 ? 0 : 1)
