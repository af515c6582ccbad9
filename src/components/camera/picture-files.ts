const MEGABYTE = 1024 * 1024
/** The server refuses larger ones before it reads them. */
export const LARGEST_FILE = 10 * MEGABYTE

/** Sorts files into those that can be sent and sentences, by name, about those that cannot. */
export function sortFiles(
  files: readonly File[],
  room: number,
  largest = LARGEST_FILE,
): { good: File[]; problems: string[] } {
  const good: File[] = []
  const problems: string[] = []
  for (const file of files) {
    const problem = fileProblem(file, largest)
    if (problem) problems.push(`${file.name}: ${problem}`)
    else if (good.length < room) good.push(file)
    else problems.push(`${file.name}: one too many. Remove another picture first.`)
  }
  return { good, problems }
}

function fileProblem(file: File, largest: number): string | null {
  // Some systems give no type: the server looks at the content in any case.
  if (file.type && !file.type.startsWith('image/')) return 'this is not a picture.'
  if (/heic|heif/.test(file.type) || /\.(heic|heif)$/i.test(file.name))
    return 'this is a HEIC picture, which cannot be read here. Save it as JPEG, or take a new one.'
  if (file.size === 0) return 'this file is empty.'
  if (file.size > largest) return `this is larger than ${largest / MEGABYTE} MB. Choose a smaller picture.`
  return null
}
