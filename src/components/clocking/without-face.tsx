import { Hand } from 'lucide-react'
import { Notice } from '@/components/ui/notice'

/** What going without a face means in practice. */
export function WithoutFace() {
  return (
    <Notice icon={<Hand />} title="You go without your face">
      Nothing is stored. When a session is open, clock in with the code that your teacher shows, or tell them
      that you are here. You can change your mind under “My face”.
    </Notice>
  )
}
