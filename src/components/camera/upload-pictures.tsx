'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { type FileProblem, sortFiles, useFileProblemText } from './picture-files'
import { PicturePreviews } from './picture-previews'
import { PictureSource } from './picture-source'
import { shrinkPicture } from './shrink'

export interface UploadPicturesProps {
  /** How many may be chosen. */
  max: number
  /**
   * Gets the chosen files, at least one, none over 10 MB, and must not reject. They are no longer chosen once its promise
   * is settled.
   */
  onPictures(pictures: File[]): Promise<unknown>
  /** Something is being done with pictures: nothing can be sent. */
  busy?: boolean
}

/** Chooses pictures from files, by a phone's own camera app or by dropping them here, and shows them before they go. */
export function UploadPictures({ max, onPictures, busy = false }: UploadPicturesProps) {
  const t = useTranslations('camera')
  const problemText = useFileProblemText()
  const [chosen, setChosen] = useState<File[]>([])
  const [problems, setProblems] = useState<FileProblem[]>([])
  const [sending, setSending] = useState(false)

  function add(files: File[]) {
    // Where one picture is wanted, another choice replaces the first.
    const kept = max === 1 ? [] : chosen
    const { good, problems } = sortFiles(files, max - kept.length)
    setProblems(problems)
    if (good.length > 0) setChosen([...kept, ...good])
  }

  async function send() {
    setSending(true)
    try {
      await onPictures(await Promise.all(chosen.map(shrinkPicture)))
      setChosen([])
      setProblems([])
    } finally {
      setSending(false)
    }
  }

  const working = busy || sending
  return (
    <div className="flex flex-col gap-4">
      <PictureSource multiple={max > 1} disabled={working} onFiles={add} />
      <FormError>
        {problems.length > 0 && (
          <ul className="grid gap-1 wrap-anywhere">
            {problems.map((problem) => (
              <li key={`${problem.reason} ${problem.name}`}>{problemText(problem)}</li>
            ))}
          </ul>
        )}
      </FormError>
      {chosen.length > 0 && (
        <>
          <PicturePreviews
            pictures={chosen}
            disabled={working}
            onRemove={(file) => setChosen(chosen.filter((other) => other !== file))}
          />
          <Button size="lg" className="self-center max-sm:w-full" loading={working} onClick={send}>
            {t('upload.use', { count: chosen.length })}
          </Button>
        </>
      )}
    </div>
  )
}
