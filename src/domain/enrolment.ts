/** The version of the notice that people agree to, the same in every language; raised whenever its meaning changes. */
export const NOTICE_VERSION = 5

/**
 * The first notice that says that one is found among others, in photos of the class and by a kiosk at its door. Who
 * agreed to an earlier one clocks in by face as before, and is found nowhere else.
 */
export const IDENTIFICATION_NOTICE = 2

/**
 * The first notice that says that the pictures of a clock-in are held against the site's people as well. Who agreed to an
 * earlier one is compared with their own photos alone.
 */
export const COHORT_NOTICE = 3

/**
 * The first notice that says what becomes of a face at a workplace. Who agreed to an earlier one agreed to classes alone.
 */
export const WORK_NOTICE = 4

/**
 * The first notice that says that photos of the class are kept until its names are confirmed, for a day at most. Who agreed
 * to an earlier one is found as before, and a photo in which they are goes as soon as it has been read.
 */
export const ROOM_PHOTO_NOTICE = 5

/** A person is enrolled with at least 2 photos and keeps at most 5. */
export const MIN_PHOTOS = 2
export const MAX_PHOTOS = 5
/** So many are proposed: a third makes a person surer to be recognised than anything else they can do. */
export const PROPOSED_PHOTOS = 3
