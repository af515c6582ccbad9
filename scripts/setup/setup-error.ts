/** Something that the person at the keyboard can put right: shown as one line, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError'
}

/** Says what to do about the failures that any step can meet; other errors come back as they are. */
export function explain(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return diskFull(folder)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new SetupError(
      `Clockface may not write to ${folder} (${code}). Change its owner, or set DATA_DIR to another folder.`,
    )
  }
  return error
}

export function diskFull(folder: string) {
  return new SetupError(
    `The disk is full: there is no space left for ${folder}. Free some space, then start again.`,
  )
}
