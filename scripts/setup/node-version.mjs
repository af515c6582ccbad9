// Imported before anything else, so it keeps to what every Node can read.
const leastMajor = 20
const leastMinor = 19
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(
    `Clockface needs Node ${leastMajor}.${leastMinor} or newer, and this is ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  )
  process.exit(1)
}
