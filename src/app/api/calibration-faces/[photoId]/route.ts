import { pictureResponse } from '@/server/api/picture-response'
import { reviewedPhoto } from '@/server/calibration/review'

interface RouteContext {
  params: Promise<{ photoId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse(['ADMIN', 'TEACHER'], (await params).photoId, (ctx, photoId) =>
    reviewedPhoto(ctx, { photoId }),
  )
}
