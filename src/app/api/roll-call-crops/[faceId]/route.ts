import { faceCrop } from '@/server/roll-calls/review'
import { pictureResponse } from '@/server/trpc/picture-response'

interface RouteContext {
  params: Promise<{ faceId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse((await params).faceId, (ctx, faceId) => faceCrop(ctx, { faceId }))
}
