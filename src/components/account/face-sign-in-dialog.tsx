'use client'

import { useMutation } from '@tanstack/react-query'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { ChallengeCamera } from '@/components/camera/challenge-camera'
import type { ChallengeAnswer } from '@/components/camera/use-challenge'
import { headingOf } from '@/components/enrolment/sentences'
import { errorTextOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Outcome } from '@/components/ui/outcome'
import { signInWithFace } from './sign-in'

interface FaceSignInDialogProps {
  email: string
  onSignedIn: () => void
  onClose: () => void
}

/** Two movements before the camera instead of the password. */
export function FaceSignInDialog({ email, onSignedIn, onClose }: FaceSignInDialogProps) {
  const trpc = useTRPC()
  const { mutateAsync: start } = useMutation(trpc.faceSignIn.start.mutationOptions())
  const { mutateAsync: verify } = useMutation(trpc.faceSignIn.verify.mutationOptions())
  const [problem, setProblem] = useState<string | null>(null)

  async function send({ challengeId, frames, at }: ChallengeAnswer) {
    const form = new FormData()
    form.set('email', email)
    form.set('challengeId', challengeId)
    for (const frame of frames) form.append('frame', frame)
    for (const time of at) form.append('at', String(time))
    try {
      const { ticket } = await verify(form)
      const text = await signInWithFace(ticket)
      if (text) setProblem(text)
      else onSignedIn()
    } catch (error) {
      setProblem(errorTextOf(error))
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sign in with your face"
      description={email}
      size="screen"
    >
      <div className="relative">
        <div
          inert={problem !== null}
          className="mx-auto grid max-w-[calc(60dvh*3/4)] gap-2 sm:max-w-[calc(50dvh*4/3)]"
        >
          <ChallengeCamera
            label="Camera for signing in"
            start={() => start({ email })}
            onAnswer={send}
            onFailure={(error) => setProblem(errorTextOf(error))}
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
  return (
    <Button variant="ghost" size="sm" onClick={onClose}>
      Use my password
    </Button>
  )
}

interface RefusalProps {
  problem: string
  onAgain: () => void
  onClose: () => void
}

function Refusal({ problem, onAgain, onClose }: RefusalProps) {
  const { heading, rest } = headingOf(problem)
  return (
    <Outcome
      tone="caution"
      icon={<TriangleAlert />}
      title={heading}
      actions={
        <>
          <Button size="lg" onClick={onAgain}>
            <RotateCw aria-hidden="true" />
            Try again
          </Button>
          <Button size="lg" variant="secondary" onClick={onClose}>
            Use my password
          </Button>
        </>
      }
    >
      {rest}
    </Outcome>
  )
}
