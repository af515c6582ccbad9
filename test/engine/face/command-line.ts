import { spawn } from 'node:child_process'

export interface Answered {
  code: number | null
  out: string
  err: string
}

/** Runs the command line as a person would. */
export function face(...args: string[]): Promise<Answered> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', 'face', '--', ...args])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => resolve({ code, out, err: err.replace(/^npm .*\n/gm, '') }))
  })
}
