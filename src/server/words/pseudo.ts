import 'server-only'

const plain = 'abcdefghijklmnopqrstuvwxyz'
const accented = [...'áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýž']

/** Where the message's own letters end and an argument, a tag or a quoted brace begins. */
const untouched = /(\{[^{}]*\}|<\/?\w+\/?>|'[{}<>]+')/

/**
 * A message as no language writes it: accents on its letters, 40 % longer, in brackets. What stands on a screen without
 * them is in no catalogue. ICU arguments and tags stay; the branches of a plural are changed inside.
 */
export function pseudoMessage(message: string): string {
  return `⟦${withAccents(message)}${padding(Math.ceil(letters(message) * 0.4))}⟧`
}

/** In pieces no longer than words are, so that a line can break between them. */
const padding = (length: number) => '·'.repeat(length).replace(/·{8}(?=·)/g, '$& ')

const letters = (message: string) => message.replace(/\{[^{}]*\}/g, '').length

function withAccents(text: string): string {
  const branch = /\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/.exec(text)
  if (!branch) {
    return text
      .split(untouched)
      .map((part, index) => (index % 2 ? part : accent(part)))
      .join('')
  }
  const end = closing(text, branch.index)
  const inside = text.slice(branch.index + branch[0].length, end)
  return `${withAccents(text.slice(0, branch.index))}${branch[0]}${branches(inside)}}${withAccents(text.slice(end + 1))}`
}

function branches(text: string): string {
  const open = text.indexOf('{')
  if (open < 0) return text
  const end = closing(text, open)
  return `${text.slice(0, open)}{${withAccents(text.slice(open + 1, end))}}${branches(text.slice(end + 1))}`
}

/** The place of the brace that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error(`A brace is not closed: ${text}`)
}

const accent = (text: string) => text.replace(/[a-z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter)
