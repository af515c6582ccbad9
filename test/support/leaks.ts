/** Names under which a score, what it is held against, or a template would travel. */
const suspicious = /similar|score|cosine|distance|probab|threshold|embedding|vector|^live$/i
/** `liveThreshold`, but not `liveness` and `delivered`. */
const alive = /[lL]ive[^nr]/

/** Every field name and every value of an answer, with where it stands. */
function* leavesOf(answer: unknown, at: string[] = []): Generator<{ at: string[]; value: unknown }> {
  if (typeof answer === 'object' && answer !== null && !(answer instanceof Uint8Array)) {
    for (const [key, value] of Object.entries(answer)) yield* leavesOf(value, [...at, key])
    if (Object.keys(answer).length > 0) return
  }
  yield { at, value: answer }
}

/** Whether a number is one of the secrets: as it is, rounded or in per cent. */
function isSecret(value: number, secrets: ReadonlySet<number>): boolean {
  if (Number.isInteger(value) || Math.abs(value) < 0.01) return false
  return [...secrets].some(
    (secret) => Math.abs(value - secret) < 1e-4 || Math.abs(value / 100 - secret) < 1e-4,
  )
}

/** Whether a text holds one of the secrets that no text would hold by chance. */
function holdsSecret(text: string, secrets: ReadonlySet<number>): boolean {
  return [...secrets].some((secret) => !Number.isInteger(secret * 1000) && text.includes(String(secret)))
}

/** Where an answer carries a score, a threshold or a template: by the name of a field, or by its value. */
export function leaksIn(answer: unknown, secrets: ReadonlySet<number>): string[] {
  return [...leavesOf(answer)].flatMap(({ at, value }) => {
    const where = at.join('.')
    if (at.some((name) => suspicious.test(name) || alive.test(name))) return [`${where}: its name`]
    if (typeof value === 'number' && isSecret(value, secrets)) return [`${where}: ${value}`]
    if (typeof value === 'string' && holdsSecret(value, secrets)) return [`${where}: ${value}`]
    return []
  })
}
