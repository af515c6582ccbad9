/** The version of the notice that people agree to; raised whenever its meaning changes. */
export const NOTICE_VERSION = 1

/** A person is enrolled with at least 2 photos and keeps at most 5. */
export const MIN_PHOTOS = 2
export const MAX_PHOTOS = 5
