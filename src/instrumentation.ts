import type { Instrumentation } from 'next'

/** Called by Next where a page, or an answer of a route, fails. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFailedPage } = await import('./server/process/library-lines')
  logFailedPage(error, routePath)
}

/** Called by Next once a server process starts: scheduled work begins with it, and the engine is made ready. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NODE_ENV === 'production') {
    const { logLibraries } = await import('./server/process/library-lines')
    logLibraries()
  }
  const { startJobs } = await import('./server/process/job-runner')
  const { warmFaceEngine } = await import('./server/process/warm')
  const { startRenewal } = await import('./server/process/renewal-start')
  // Not waited for: the server answers meanwhile, and goes on without faces where there is no engine.
  void warmFaceEngine()
  await startJobs()
  await startRenewal()
}
