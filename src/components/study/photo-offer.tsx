'use client'

import { Lightbulb, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useAdviceWords } from '@/components/enrolment/advice-words'
import type { Advice, EnrolmentStatus } from '@/components/enrolment/use-enrolment'
import { IconButton } from '@/components/ui/icon-button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

interface PhotoOfferProps {
  advice: Advice
  photos: EnrolmentStatus['photos']
}

const DISMISSED = 'clockface.photo-offer'

/** Offers another photo to somebody whose photos fit badly, until they wave it away or their photos change. */
export function PhotoOffer({ advice, photos }: PhotoOfferProps) {
  const these = photos.map(({ id }) => id).join()
  const t = useTranslations('study')
  const adviceWords = useAdviceWords()
  // Shown only when it is known that it was not waved away.
  const [dismissed, setDismissed] = useState<string | null>(these)
  useEffect(() => setDismissed(remembered()), [])
  if (advice?.advice !== 'one_more' || dismissed === these) return null
  const { title, text } = adviceWords(advice, photos)

  function dismiss() {
    remember(these)
    setDismissed(these)
  }

  return (
    <Notice
      icon={<Lightbulb />}
      title={title}
      action={
        <div className="flex items-center gap-1">
          <LinkButton href="/study/face" variant="secondary">
            {t('photoOffer.see')}
          </LinkButton>
          <IconButton label={t('photoOffer.notNow')} icon={<X />} onClick={dismiss} />
        </div>
      }
    >
      {text}
    </Notice>
  )
}

/** Storage may be forbidden; it is then offered at each visit. */
function remembered(): string | null {
  try {
    return localStorage.getItem(DISMISSED)
  } catch {
    return null
  }
}

function remember(photos: string): void {
  try {
    localStorage.setItem(DISMISSED, photos)
  } catch {}
}
