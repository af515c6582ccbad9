'use client'

import { useTranslations } from 'next-intl'
import { isLanguage, type Language, languageNames, languages } from '@/domain/locale'

/** In a form or a menu every choice is a text: this one is no language of its own. */
const BROWSER = 'browser'

/** What a kiosk can speak, each in its own name for itself. */
export function useKioskLanguages(): { value: string; label: string }[] {
  const t = useTranslations('kiosks')
  const named = languages.map((language) => ({ value: language, label: languageNames[language] }))
  return [{ value: BROWSER, label: t('language.browser') }, ...named]
}

export const languageChoice = (locale: string | null): string => locale ?? BROWSER

/** The language that was chosen; null follows the browser. */
export const chosenLanguage = (choice: string): Language | null => (isLanguage(choice) ? choice : null)
