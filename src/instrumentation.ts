/** Called by Next once a server process starts: scheduled work begins with it. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs } = await import('./server/jobs/runner')
  await startJobs()
}
