import 'server-only'

interface OperationGuide {
  /** What it does, in a line. */
  summary: string
  /** Its input as a program writes it, where the examples of its fields do not do. A picture is the name of a file. */
  example?: Record<string, unknown>
}

/** What is to be told of the operations beside what their procedures say, by the names of those. */
export type Guide = Readonly<Record<string, OperationGuide>>
