import { reviewedPhoto } from '@/server/calibration/review'
import { pictureResponse } from '@/server/trpc/picture-response'

interface RouteContext {
  params: Promise<{ photoId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse((await params).photoId, (ctx, photoId) => reviewedPhoto(ctx, { photoId }))
}
