/** Something that the person at the keyboard can put right: shown as one line, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

export class DiskFullError extends SetupError {
  /** @param {string} folder */
  constructor(folder) {
    super(`The disk is full: there is no space left for ${folder}. Free some space, then start again.`)
  }
}

/**
 * Says what to do about the failures that any step can meet; other errors come back as they are.
 * @param {unknown} error @param {string} folder the one being worked in, unless the error names a path
 */
export function explain(error, folder) {
  const { code, path, syscall } = /** @type {NodeJS.ErrnoException} */ (error ?? {})
  const place = path ?? folder
  if (code === 'ENOSPC') return new DiskFullError(place)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR') {
    return new SetupError(
      `Clockface cannot write to ${place} (${code}). Change its owner, or set DATA_DIR to another folder.`,
    )
  }
  if (code === 'EEXIST' && syscall === 'mkdir') {
    return new SetupError(
      `${place} is a file, and Clockface needs a folder there. Set DATA_DIR to another one.`,
    )
  }
  return error
}

/**
 * Tells an error on standard error: one line where a person can act on it, all of it otherwise.
 * @param {unknown} error @param {string} folder
 */
export function tell(error, folder) {
  const known = explain(error, folder)
  console.error(known instanceof SetupError ? known.message : known)
}
