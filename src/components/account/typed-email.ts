/**
 * What somebody typed as their email on the page before: it goes along to the next one that asks for it. In this
 * document alone, never in an address.
 */
let typed = ''

export const typedEmail = () => typed

export function keepTypedEmail(email: string) {
  typed = email
}
