/** What a step has to say for itself, when it is more than that it is done. */
type Outcome = string | undefined

/** Does one step and tells it in one line: what, then how it went. */
export async function step(title: string, work: () => Promise<Outcome> | Outcome): Promise<void> {
  process.stdout.write(`${title}: `)
  const started = Date.now()
  try {
    const outcome = await work()
    console.log(outcome ?? `done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.log('failed')
    throw error
  }
}
