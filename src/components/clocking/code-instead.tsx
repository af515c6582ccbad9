import { Hash } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** The way on where the face does not work, or is not wanted just now. */
export function CodeInstead({ onClick, className }: { onClick: () => void; className?: string }) {
  return (
    <Button variant="ghost" size="lg" onClick={onClick} {...(className && { className })}>
      <Hash aria-hidden="true" />
      Enter the code
    </Button>
  )
}
