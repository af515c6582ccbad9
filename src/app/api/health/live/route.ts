export const dynamic = 'force-dynamic'

/** The process answers, whatever else is the matter: nothing is gained by starting it again. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
