import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Whether a process can be held to one core here. */
export const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0

const NODE_FLAGS = ['--conditions=react-server', '--import', 'tsx']

/** Starts a TypeScript file of this folder in a process of its own, held to one core where that is possible. */
export function startChild(file: string, args: string[], { pinned }: { pinned: boolean }): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const hold = pinned && canPin
  return fork(path, args, {
    execPath: hold ? 'taskset' : process.execPath,
    execArgv: hold ? ['-c', '0', process.execPath, ...NODE_FLAGS] : NODE_FLAGS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** The next message of a child; rejects when it ends instead. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a benchmark process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}
