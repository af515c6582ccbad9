import 'server-only'
import type { Task, TaskList } from 'graphile-worker'
import { errorFields, logger } from '../logger'

/** The queue keeps what a task fails with: only what may be logged of an error. Its own line about it is cut. */
const discreet =
  (name: string, task: Task): Task =>
  async (payload, helpers) => {
    try {
      return await task(payload, helpers)
    } catch (error) {
      const fields = errorFields(error)
      const { error: message, stack } = fields
      logger.error('a task failed', { task: name, ...fields })
      throw Object.assign(new Error(String(message)), { stack })
    }
  }

/** The same tasks, which fail with nothing of the data that they worked on. */
export function failingDiscreetly(list: TaskList): TaskList {
  return Object.fromEntries(Object.entries(list).map(([name, task]) => [name, task && discreet(name, task)]))
}
