'use client'

import { useMutation } from '@tanstack/react-query'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChallengeCamera } from '@/components/camera/challenge-camera'
import type { ChallengeAnswer } from '@/components/camera/use-challenge'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmailAddress } from '@/components/ui/email-address'
import { Outcome } from '@/components/ui/outcome'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'
import { signInWithFace } from './sign-in'

/** Refusals that another look cannot change. */
const passwordOnly: ReadonlySet<ErrorCode> = new Set([
  'auth.face_not_live_again',
  'auth.face_paused',
  'auth.face_off',
  'auth.use_password',
])

interface Problem {
  error: unknown
  again: boolean
}

function problemOf(error: unknown): Problem {
  const code = appErrorOf(error)?.code
  return { error, again: code === undefined || !passwordOnly.has(code) }
}

interface FaceSignInDialogProps {
  email: string
  onSignedIn: () => void
  onClose: () => void
}

/** Two movements before the camera instead of the password. */
export function FaceSignInDialog({ email, onSignedIn, onClose }: FaceSignInDialogProps) {
  const t = useTranslations('account')
  const trpc = useTRPC()
  const { mutateAsync: start } = useMutation(trpc.faceSignIn.start.mutationOptions())
  const { mutateAsync: verify } = useMutation(trpc.faceSignIn.verify.mutationOptions())
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send({ challengeId, frames, at }: ChallengeAnswer) {
    const form = new FormData()
    form.set('email', email)
    form.set('challengeId', challengeId)
    for (const frame of frames) form.append('frame', frame)
    for (const time of at) form.append('at', String(time))
    try {
      const { ticket } = await verify(form)
      const error = await signInWithFace(ticket)
      if (error) setProblem({ error, again: true })
      else onSignedIn()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('faceSignIn.title')}
      description={<EmailAddress>{email}</EmailAddress>}
      size="screen"
    >
      <div className="relative">
        <div
          inert={problem !== null}
          className="mx-auto grid max-w-[calc(60dvh*3/4)] gap-2 sm:max-w-[calc(50dvh*4/3)]"
        >
          <ChallengeCamera
            label={t('faceSignIn.camera')}
            start={() => start({ email })}
            onAnswer={send}
            onFailure={(error) => setProblem(problemOf(error))}
            paused={problem !== null}
            instead={<PasswordInstead onClose={onClose} />}
          />
        </div>
        {problem && (
          <div className="absolute -inset-px z-10 grid animate-appear place-items-center overflow-y-auto bg-raised">
            <Refusal problem={problem} onAgain={() => setProblem(null)} onClose={onClose} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

function PasswordInstead({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account')
  return (
    <Button variant="ghost" size="sm" onClick={onClose}>
      {t('faceSignIn.usePassword')}
    </Button>
  )
}

interface RefusalProps {
  problem: Problem
  onAgain: () => void
  onClose: () => void
}

function Refusal({ problem, onAgain, onClose }: RefusalProps) {
  const t = useTranslations('account')
  const ui = useTranslations('ui')
  const { title, text } = useErrorWords().of(problem.error)
  return (
    <Outcome
      tone="caution"
      icon={<TriangleAlert />}
      title={title}
      actions={
        <>
          {problem.again && (
            <Button size="lg" onClick={onAgain}>
              <RotateCw aria-hidden="true" />
              {ui('tryAgain')}
            </Button>
          )}
          <Button size="lg" variant={problem.again ? 'secondary' : 'primary'} onClick={onClose}>
            {t('faceSignIn.usePassword')}
          </Button>
        </>
      }
    >
      {text}
    </Outcome>
  )
}
