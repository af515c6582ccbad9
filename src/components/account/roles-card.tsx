'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, ShieldUser } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { SelfChosenRole } from '@/domain/account'
import type { Role } from '@/domain/roles'
import { roleOptions } from './role-options'

const adding: Record<SelfChosenRole, { button: string; title: string; consequence: string }> = {
  TEACHER: {
    button: 'Also teach',
    title: 'Become a teacher too?',
    consequence:
      'You can then run classes of your own, and switch between teaching and studying at the top of the page.',
  },
  STUDENT: {
    button: 'Also study',
    title: 'Become a student too?',
    consequence:
      'You can then join classes, and switch between teaching and studying at the top of the page.',
  },
}

export function RolesCard({ roles }: { roles: readonly Role[] }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const addRole = useMutation(trpc.account.addRole.mutationOptions())
  const [asked, setAsked] = useState<SelfChosenRole | null>(null)
  // Kept while the dialog closes, so that its words do not vanish before it does.
  const [shown, setShown] = useState<SelfChosenRole>('TEACHER')

  async function add() {
    await addRole.mutateAsync({ role: shown })
    toast.success(shown === 'TEACHER' ? 'You are a teacher now too.' : 'You are a student now too.')
    // What they are asked to run may be theirs to accept now.
    await queries.invalidateQueries(trpc.places.invitations.pathFilter())
    router.refresh()
  }

  return (
    <Card id="roles" className="scroll-mt-20">
      <CardHeader title="What you are" />
      <ul className="divide-y">
        {roles.includes('ADMIN') && (
          <li className="flex items-center gap-3 py-3">
            <ShieldUser aria-hidden="true" className="size-5.5 text-accent-ink" />
            <span className="flex-1 font-semibold">Administrator</span>
            <Badge tone="accent">Yours</Badge>
          </li>
        )}
        {roleOptions.map(({ value, label, hint, icon }) => (
          <li key={value} className="flex items-center gap-3 py-3">
            <span className="text-accent-ink [&_svg]:size-5.5">{icon}</span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{label}</span>
              <span className="block text-muted text-sm">{hint}</span>
            </span>
            {roles.includes(value) ? (
              <Badge tone="accent">Yours</Badge>
            ) : (
              <Button
                variant="secondary"
                size="sm"
                onClick={() => {
                  setShown(value)
                  setAsked(value)
                }}
              >
                <Plus aria-hidden="true" />
                {adding[value].button}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={adding[shown].title}
        consequence={adding[shown].consequence}
        confirm={adding[shown].button}
        tone="primary"
        onConfirm={add}
      />
    </Card>
  )
}
