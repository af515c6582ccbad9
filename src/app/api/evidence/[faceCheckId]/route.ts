import { pictureResponse } from '@/server/api/picture-response'
import { evidenceImage } from '@/server/evidence/service'

interface RouteContext {
  params: Promise<{ faceCheckId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse('signed-in', (await params).faceCheckId, (ctx, faceCheckId) =>
    evidenceImage(ctx, { faceCheckId }),
  )
}
