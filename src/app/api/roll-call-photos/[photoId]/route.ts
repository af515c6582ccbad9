import { pictureResponse } from '@/server/api/picture-response'
import { photoView } from '@/server/roll-calls/review'

interface RouteContext {
  params: Promise<{ photoId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse(['TEACHER'], (await params).photoId, (ctx, photoId) => photoView(ctx, { photoId }))
}
