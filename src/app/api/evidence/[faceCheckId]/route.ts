import { evidenceImage } from '@/server/evidence/service'
import { pictureResponse } from '@/server/trpc/picture-response'

interface RouteContext {
  params: Promise<{ faceCheckId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse((await params).faceCheckId, (ctx, faceCheckId) =>
    evidenceImage(ctx, { faceCheckId }),
  )
}
