import { readFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Where Node finds a package that another one asks for: next to it, or in any folder above. */
function find(packages: Record<string, LockedPackage>, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/**
 * Packages that the lockfile asks for but does not hold. npm leaves out those of other systems when it writes the file
 * where they cannot be had, and then refuses to install from it.
 */
export function lockfileProblems(): string[] {
  const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  )
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !find(packages, path, name))
      .map((name) => `package-lock.json: ${name}, which ${path} asks for, is missing`),
  )
}
