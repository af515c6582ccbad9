import { join } from 'node:path'
import { clientOf } from '../src/server/db/client-of'
import { readVariables } from '../src/server/env'
import { ledgerKeyOf } from '../src/server/ledger/hashes'
import { type LedgerFault, type LedgerReport, verifyLedger } from '../src/server/ledger/verify'
import { checkFaceKey } from './setup/face-key'
import { runningDatabase } from './setup/running-database'
import { keptFaceKey } from './setup/secrets'
import { SetupError, tell } from './setup/setup-error.mjs'

const sentences: Record<LedgerFault['kind'], (id: string) => string> = {
  row_changed: (id) => `Change ${id} is not what it was when it was sealed.`,
  row_missing: (id) => `Change ${id} is missing.`,
  row_added: (id) => `Change ${id} came to be among sealed ones afterwards.`,
  text_missing: (id) => `The text of change ${id} is gone, though what it is about is still there.`,
  text_changed: (id) => `The text of change ${id} is not what it was.`,
  block_changed: (id) => `Block ${id} is not what it was when it was made.`,
  block_missing: (id) => `Block ${id} is missing.`,
  end_missing: (id) => `The end is cut off: block ${id} is missing.`,
  other_than_noted: (id) => `Block ${id} is another than the one that was noted outside the database.`,
  note_damaged: () => 'The note of the last block outside the database cannot be read.',
}

const number = (value: number) => value.toLocaleString('en-GB')

function print(report: LedgerReport, file: string) {
  const { rows, blocks, unsealed, erasedTexts, lastBlock, noted, fault } = report
  if (fault) console.log(`${sentences[fault.kind]('id' in fault ? String(fault.id) : '')} Checked before it:`)
  console.log(`Changes: ${number(rows)}, not sealed yet: ${number(unsealed)}, blocks: ${number(blocks)}`)
  if (erasedTexts > 0) console.log(`Texts erased since: ${number(erasedTexts)}`)
  if (lastBlock) console.log(`Last block: ${lastBlock.id}, ${lastBlock.hash}`)
  console.log(noted ? `Noted in ${file}: ${noted.block}, ${noted.hash}` : `No block is noted in ${file}.`)
  if (!fault) console.log('Everything fits.')
}

/** Whether the ledger is what it was: rows, texts and blocks. */
async function main(command: string | undefined, settings = readVariables()): Promise<boolean> {
  if (command !== 'verify') throw new SetupError('Say what to do: npm run ledger -- verify')
  const url = settings.DATABASE_URL ?? runningDatabase(settings.DATA_DIR)
  const faceKey = settings.FACE_KEY ?? keptFaceKey(settings.DATA_DIR)
  await checkFaceKey(url, faceKey, settings.DATA_DIR)
  const db = clientOf(url)
  const ledgerFile = join(settings.DATA_DIR, 'ledger.json')
  const ledgerKey = ledgerKeyOf(Buffer.from(faceKey, 'base64'))
  try {
    const report = await verifyLedger({ db, settings: { ledgerKey, ledgerFile } })
    print(report, ledgerFile)
    return report.fault === null
  } finally {
    await db.$disconnect()
  }
}

try {
  if (!(await main(process.argv[2]))) process.exitCode = 1
} catch (error) {
  tell(error, '.data')
  process.exitCode = 1
}
