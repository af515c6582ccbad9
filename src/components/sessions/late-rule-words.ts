/** "1 student", "24 students". */
export function studentsText(count: number): string {
  return count === 1 ? '1 student' : `${count} students`
}

/** The late rule in words. */
export function lateRuleText(minutes: number): string {
  if (minutes === 0) return 'Late right after the start'
  return `Late after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
