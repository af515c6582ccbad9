import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'

const MOST_BYTES = 5 * 1024 * 1024
const EVERY_MS = 10 * 60_000

/** What PostgreSQL is told, so that its log says what is wrong and no row, no statement and no parameter with it. */
export const discreetLog = [
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
]

/** Puts a log aside once it is large. It is copied and emptied: who writes it keeps it open and goes on at its end. */
export function rotateLog(file: string, mostBytes = MOST_BYTES): void {
  if (!existsSync(file) || statSync(file).size <= mostBytes) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

/** Opens a log for whoever writes on at its end, and keeps it small from now on. */
export function openLog(file: string) {
  rotateLog(file)
  const handle = openSync(file, 'a', 0o600)
  const begins = statSync(file).size
  const rotating = setInterval(() => rotateLog(file), EVERY_MS).unref()
  return {
    handle,
    /** What was written since it was opened. */
    written: () => readFileSync(file).subarray(begins).toString('utf8'),
    /** The writer has it. */
    handedOver: () => closeSync(handle),
    stopRotating: () => clearInterval(rotating),
  }
}
