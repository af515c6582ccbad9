import { pictureResponse } from '@/server/api/picture-response'
import { caseFace } from '@/server/duplicates/service'

interface RouteContext {
  params: Promise<{ caseId: string; side: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  const { caseId, side } = await params
  return pictureResponse(['ADMIN'], caseId, (ctx, id) =>
    caseFace(ctx, { caseId: id, side: side === 'known' ? 'known' : 'new' }),
  )
}
