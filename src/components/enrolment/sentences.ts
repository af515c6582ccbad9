/** The first sentence as a heading, and what comes after it. "Too dark. Find more light." gives both. */
export function headingOf(text: string): { heading: string; rest: string } {
  const end = text.search(/[.!?]\s/)
  if (end < 0) return { heading: text.replace(/\.$/, ''), rest: '' }
  return { heading: text.slice(0, end), rest: text.slice(end + 2) }
}
