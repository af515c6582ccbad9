import { useTranslations } from 'next-intl'

const MEGABYTE = 1024 * 1024
/** The server refuses larger ones before it reads them. */
export const LARGEST_FILE = 10 * MEGABYTE

export const inMegabytes = (bytes: number) => Math.floor(bytes / MEGABYTE)

/** Why a file cannot be sent. */
export interface FileProblem {
  reason: 'notPicture' | 'empty' | 'tooLarge' | 'tooMany'
  name: string
  megabytes: number
}

/** Sorts files into those that can be sent and what is wrong with those that cannot. */
export function sortFiles(
  files: readonly File[],
  room: number,
  largest = LARGEST_FILE,
): { good: File[]; problems: FileProblem[] } {
  const good: File[] = []
  const problems: FileProblem[] = []
  for (const file of files) {
    const reason = fileProblem(file, largest) ?? (good.length < room ? null : 'tooMany')
    if (reason) problems.push({ reason, name: file.name, megabytes: inMegabytes(largest) })
    else good.push(file)
  }
  return { good, problems }
}

function fileProblem(file: File, largest: number): FileProblem['reason'] | null {
  // Some systems give no type: the server looks at the content in any case.
  if (file.type && !file.type.startsWith('image/')) return 'notPicture'
  if (file.size === 0) return 'empty'
  return file.size > largest ? 'tooLarge' : null
}

/** The sentences about files, each with the file's name. */
export function useFileProblemText(): (problem: FileProblem) => string {
  const t = useTranslations('camera')
  return ({ reason, name, megabytes }) => t(`file.${reason}`, { name, megabytes })
}
