/** Of all lines that are not empty; of those of the engine and the rules, what says how an export is used does not count. */
const MOST = 0.06
const explained = /^src\/(domain|server\/face)\//
const exported = /^export (async )?(function|const|class)/

/** Lines of comments that stand alone, and all that are not empty. */
function counted({ path, text }: { path: string; text: string }): { comments: number; lines: number } {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  let comments = 0
  let run = 0
  let within = false
  for (const line of lines) {
    const begins = /^(\/\/|\{?\/\*)/.test(line)
    if (within || begins) {
      run++
      within = (within || /^\{?\/\*/.test(line)) && !line.includes('*/')
      continue
    }
    if (!explained.test(path) || !exported.test(line)) comments += run
    run = 0
  }
  return { comments: comments + run, lines: lines.length }
}

/** Comments say why; where there are many, the code does not say what. */
export function commentProblems(files: readonly { path: string; text: string }[]): string[] {
  const all = files.filter(({ path }) => !path.endsWith('.css')).map(counted)
  const sum = (key: 'comments' | 'lines') => all.reduce((total, one) => total + one[key], 0)
  const share = sum('comments') / sum('lines')
  const percent = (value: number) => `${(100 * value).toFixed(2)} %`
  return share > MOST ? [`${percent(share)} of all lines are comments, at most ${percent(MOST)}`] : []
}
