import { pictureResponse } from '@/server/api/picture-response'
import { faceCrop } from '@/server/roll-calls/review'

interface RouteContext {
  params: Promise<{ faceId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse(['TEACHER'], (await params).faceId, (ctx, faceId) => faceCrop(ctx, { faceId }))
}
