// Asked by the container's health check. Ends with 1 where the server does not answer, or has no database.
const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`, {
  signal: AbortSignal.timeout(4000),
})
process.exit(ok ? 0 : 1)
