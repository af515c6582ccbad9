import type { Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MoreWords } from './more-words'

/** A file of `messages/<language>/`. */
type Noun = keyof Messages

/** The reader's sentences of some nouns, for what runs in the browser. */
export async function wordsOf(nouns: readonly Noun[]): Promise<Partial<Messages>> {
  const messages = await getMessages()
  return Object.fromEntries(nouns.map((noun) => [noun, messages[noun]]))
}

/**
 * A page or a layout whose parts in the browser say sentences of these nouns, besides those of the layouts around it: a
 * browser is sent no others. Which they are, `npm run check` knows.
 */
export function withWords<Props extends object>(
  nouns: readonly Noun[],
  Page: (props: Props) => ReactNode | Promise<ReactNode>,
) {
  return async function WithWords(props: Props) {
    return (
      <MoreWords messages={await wordsOf(nouns)}>
        <Page {...props} />
      </MoreWords>
    )
  }
}
