import { redirect } from 'next/navigation'

/** Somebody read the address from a wall and has the code at hand: it is typed among one's own classes. */
export default function JoinWithoutCodePage() {
  redirect('/study/classes')
}
