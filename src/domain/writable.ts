/** Control characters (but for line breaks) and halves of surrogate pairs: the database or JSON refuses them. */
export const unwritable = /[^\P{Cc}\n\r\t]|\p{Cs}/u

/** Marks that turn the direction of the writing around them: a name with one is shown mirrored on everybody's screen. */
export const turning = /[\u202a-\u202e\u2066-\u2069]/u

/** Whether a text can be kept as it stands, and read as it was written. */
export const isWritable = (value: string) => !unwritable.test(value) && !turning.test(value)
