/** Less free space than this, and what the next hours write may not fit. */
export const LEAST_FREE_BYTES = 100 * 1024 * 1024

/** Whether a file system has room: blocks that may be used, and their size. */
export const hasRoom = ({ bavail, bsize }: { bavail: number; bsize: number }): boolean =>
  bavail * bsize >= LEAST_FREE_BYTES
