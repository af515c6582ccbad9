/** Server and browser do not agree about which spaces there are. */
export const spaced = (text: string, space: string) => text.replaceAll(/\s/g, space)
