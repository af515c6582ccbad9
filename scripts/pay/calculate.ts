import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { calculatePay } from '../../src/domain/pay/calculate'
import type { PayResult } from '../../src/domain/pay/result'
import { readPayInput } from '../../src/domain/pay/schema'

/** Hours and pay of a file; its path counts from the folder in which npm was called. */
export function calculate(file: string): PayResult {
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  return calculatePay(readPayInput(parsed(file, textOf(file, path))))
}

function textOf(file: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    const reason = error instanceof TypeError ? 'is not text in UTF-8' : 'cannot be read'
    throw new Error(`${file}: ${reason}`)
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}
