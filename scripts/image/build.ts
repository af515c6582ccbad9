import { build, prepare } from '../setup/prepare'

await prepare({ models: false })
await build()
