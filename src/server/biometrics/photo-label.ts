import 'server-only'

/** What the sealed bytes of an enrolled photo are bound to; rows sealed before must open for ever. */
export const photoLabel = (photoId: string) => `photo:${photoId}`
