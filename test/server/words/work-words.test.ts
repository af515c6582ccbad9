import { join } from 'node:path'
import { namespacesShown } from '@test/support/shown-namespaces'
import { expect, test } from 'vitest'
import { languages } from '@/domain/locale'
import { readLanguage } from '../../../scripts/words/read'

const taught = { en: /teacher/i, de: /lehrkr|lehrer/i, es: /docente|profesor/i }
/** What speaks of both, as it may: one notice is read by whoever is in a class, at work, or both. */
const atWork = { en: /at work|workplace|employer/i, de: /arbeit|betrieb|leitung/i, es: /trabajo|empresa/i }

/** What pages of work do not show, of namespaces of which they show something: classes do, or administrators, or pages about it all. */
const shownElsewhere = [
  /^about\./,
  /^attendance\.band\b/,
  /^enrolment\.(photos\.seen|notice\.purpose\.text)$/,
  /^face-checks\..*(LIKELY|UNKNOWN)$/,
  /^demo\.door\b/,
  /^face-opt-out\.people\b/,
  /^kiosks\.rest\b/,
  /^clocking\.(byTeacher|titleAndTeacher|without|code\.hint\.session)\b/,
  /^errors\.(classes|sessions|appointments|face\.off_in_class)\./,
  /^errors\.places\.no_teacher\b/,
  /^places\..*\{kind, select/,
  /^account\.roles\./,
]

test('pages of work show what a workplace calls things', () => {
  const shown = namespacesShown('work')
  expect(shown).toEqual(expect.arrayContaining(['clocking', 'time-entries', 'enrolment', 'face-opt-out']))
})

test.each(languages)('nobody at work is told of a teacher: %s', (language) => {
  const shown = new Set([...namespacesShown('work'), ...namespacesShown('kiosk'), 'errors'])
  const told = [...readLanguage(join('messages', language))]
    .filter(([key]) => shown.has(key.split('.')[0] ?? ''))
    .filter(([, message]) => taught[language].test(message) && !atWork[language].test(message))
    .map(([key, message]) => (message.includes('{kind, select') ? `${key}{kind, select` : key))
  expect(told.filter((key) => !shownElsewhere.some((allowed) => allowed.test(key)))).toEqual([])
})
