import 'server-only'

/** To the database these would be any characters. */
const literally = (typed: string) => typed.replace(/[\\%_]/g, '\\$&')

/** A text with what was typed in it, whatever its capitals. */
export const containing = (typed: string) => ({ contains: literally(typed), mode: 'insensitive' as const })
