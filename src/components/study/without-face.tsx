import { Hand } from 'lucide-react'
import { Notice } from '@/components/ui/notice'

/** What going without a face means in practice. */
export function WithoutFace() {
  return (
    <Notice icon={<Hand />} title="You go without your face">
      Nothing is stored. When a session is open, tell your teacher that you are here: they mark you by hand,
      and you see it on this page. You can change your mind under “My face”.
    </Notice>
  )
}
