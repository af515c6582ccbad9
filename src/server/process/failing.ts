import 'server-only'
import type { Task, TaskList } from 'graphile-worker'
import { errorFields } from '../logger'

/** The queue keeps what a task fails with, and logs it: only what may be logged of an error. */
const discreet =
  (task: Task): Task =>
  async (payload, helpers) => {
    try {
      return await task(payload, helpers)
    } catch (error) {
      const { error: message, stack } = errorFields(error)
      throw Object.assign(new Error(String(message)), { stack })
    }
  }

/** The same tasks, which fail with nothing of the data that they worked on. */
export function failingDiscreetly(list: TaskList): TaskList {
  return Object.fromEntries(Object.entries(list).map(([name, task]) => [name, task && discreet(task)]))
}
