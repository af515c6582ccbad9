import '@/domain/field-errors'
import { describe, expect, test } from 'vitest'
import { readVariables, variables } from '@/server/env'

describe('the environment', () => {
  test('needs nothing at all', () => {
    const read = readVariables({ NODE_ENV: 'test' })
    // Where to listen, and whether there is a demo, is the start's to find out.
    expect(read).not.toHaveProperty('HOST')
    expect(read).not.toHaveProperty('DEMO')
    expect(read).toMatchObject({
      PORT: 3000,
      DATA_DIR: expect.stringMatching(/\/\.data$/),
      TRUST_PROXY: false,
      KEEP_ENROLMENT_PHOTOS: true,
      EVIDENCE_DAYS: 30,
    })
  })

  test('takes an empty variable for one that is not set', () => {
    expect(readVariables({ NODE_ENV: 'test', PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  })

  test.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['PUBLIC_URL', 'attendance.example.org'],
    ['TRUST_PROXY', 'perhaps'],
    ['NEXTAUTH_SECRET', 'short'],
    ['FACE_KEY', Buffer.alloc(16).toString('base64')],
    ['APPOINTMENT', 'anybody'],
    ['SMTP_URL', 'https://mail.example.org'],
    // Without PUBLIC_URL, the links in mails lead nowhere.
    ['SMTP_URL', 'smtp://mail.example.org'],
    ['OPEN_ROLES', 'true'],
    ['MAIL_FROM', 'Clockface\nBcc: everybody'],
    ['EVIDENCE_DAYS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readVariables({ NODE_ENV: 'test', [name]: value })).toThrow(new RegExp(`^${name}: `))
  })

  test('has a sentence for every variable', () => {
    for (const [name, schema] of Object.entries(variables.shape)) {
      expect(schema.description, name).toMatch(/^[A-Z].*\.$/)
    }
  })
})
