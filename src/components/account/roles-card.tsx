'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, ShieldUser } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { SelfChosenRole } from '@/domain/account'
import { type AppointmentMode, howGiven } from '@/domain/appointments'
import type { Role } from '@/domain/roles'
import { useRoleOptions } from './role-options'

interface RolesCardProps {
  roles: readonly Role[]
  appointment: AppointmentMode
  /** What was asked for and not given. */
  requests: ApiOutput['appointments']['own']
}

export function RolesCard({ roles, appointment, requests }: RolesCardProps) {
  const t = useTranslations('account')
  const options = useRoleOptions(appointment)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const addRole = useMutation(trpc.account.addRole.mutationOptions())
  const [asking, setAsking] = useState<SelfChosenRole | null>(null)
  // Kept while the dialog closes, so that its words do not vanish before it does.
  const [shown, setShown] = useState<SelfChosenRole>('TEACHER')

  const onRequest = howGiven(shown, appointment) === 'ON_REQUEST'
  const asked = (role: SelfChosenRole) => requests.find((one) => one.role === role)

  async function add() {
    const { roleWaits } = await addRole.mutateAsync({ role: shown })
    toast.success(roleWaits ? t('roles.asked') : t(`roles.${shown}.added`))
    // What they are asked to run may be theirs to accept now.
    await queries.invalidateQueries(trpc.places.invitations.pathFilter())
    router.refresh()
  }

  return (
    <Card id="roles" className="scroll-mt-20">
      <CardHeader title={t('roles.title')} />
      <ul className="divide-y">
        {roles.includes('ADMIN') && (
          <li className="flex items-center gap-3 py-3">
            <ShieldUser aria-hidden="true" className="size-5.5 text-accent-ink" />
            <span className="flex-1 font-semibold">{t('roles.ADMIN')}</span>
            <Badge tone="accent">{t('roles.yours')}</Badge>
          </li>
        )}
        {options.map(({ value, label, hint, icon, how }) => (
          <li key={value} className="flex flex-wrap items-center gap-3 py-3">
            <span className="text-accent-ink [&_svg]:size-5.5">{icon}</span>
            <span className="min-w-40 flex-1">
              <span className="block font-semibold">{label}</span>
              <span className="block text-muted text-sm">{hint}</span>
            </span>
            {roles.includes(value) ? (
              <Badge tone="accent">{t('roles.yours')}</Badge>
            ) : asked(value) ? (
              <Badge tone={asked(value)?.refusedAt ? 'neutral' : 'caution'}>
                {asked(value)?.refusedAt ? t('roles.refused') : t('roles.waits')}
              </Badge>
            ) : (
              how !== 'NOT' && (
                <Button
                  variant="secondary"
                  size="sm"
                  onClick={() => {
                    setShown(value)
                    setAsking(value)
                  }}
                >
                  <Plus aria-hidden="true" />
                  {how === 'ON_REQUEST' ? t('roles.ask') : t(`roles.${value}.add`)}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {appointment === 'invitation' && <p className="mt-2 text-muted text-sm">{t('roles.closed')}</p>}
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(`roles.${shown}.ask`)}
        consequence={onRequest ? t('roles.askConsequence') : t(`roles.${shown}.consequence`)}
        confirm={onRequest ? t('roles.ask') : t(`roles.${shown}.add`)}
        tone="primary"
        onConfirm={add}
      />
    </Card>
  )
}
