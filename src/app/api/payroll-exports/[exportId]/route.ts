import { fileResponse } from '@/server/api/file-response'
import { payrollFile } from '@/server/exports/files'

interface RouteContext {
  params: Promise<{ exportId: string }>
}

export async function GET(request: Request, { params }: RouteContext) {
  const { exportId } = await params
  const as = new URL(request.url).searchParams.get('as')
  return fileResponse(['EMPLOYER'], (ctx) => payrollFile(ctx, { exportId, as }))
}
