import { documentOf } from '@test/support/documents'
import { readPdf } from '@test/support/read-pdf'
import { expect, test } from 'vitest'
import { type RecordData, type RecordedEntry, recordPdf } from '@/server/exports/record-pdf'

const entry = (from: string, to: string | null, more: Partial<RecordedEntry> = {}): RecordedEntry => ({
  startedAt: new Date(from),
  endedAt: to ? new Date(to) : null,
  breaks: [],
  remark: null,
  ...more,
})

async function said(entries: RecordedEntry[], given: Partial<RecordData> = {}) {
  const { text } = await readPdf(await recordPdf({ ...documentOf(), entries, ...given }))
  return text.replace(/\s+/g, ' ')
}

test('a record says of each day when somebody came and went, their breaks and their hours', async () => {
  const breaks = [{ startedAt: new Date('2026-03-02T11:00Z'), endedAt: new Date('2026-03-02T11:45Z') }]
  const text = await said([
    entry('2026-03-02T07:00Z', '2026-03-02T15:30Z', { breaks }),
    entry('2026-03-02T17:00Z', '2026-03-02T18:00Z', { remark: 'CORRECTED' }),
    entry('2026-03-03T07:00Z', null),
  ])
  for (const line of [
    'Record of working hours',
    'Mon, 2 Mar 2026 8:00 16:30 0:45 7:45',
    '18:00 19:00 1:00 corrected',
    'Tue, 3 Mar 2026 8:00 not over',
    'In all 0:45 8:45',
    'Times are those of Europe/Berlin.',
  ])
    expect(text).toContain(line)
})

test('a night of a clock change counts the hours that passed, and says which of two equal times is meant', async () => {
  const period = { from: '2026-10-01', to: '2026-10-31' }
  const text = await said([entry('2026-10-24T20:00Z', '2026-10-25T01:30Z')], { period })
  expect(text).toMatch(/Sat, 24 Oct 2026 22:00 25\/10, 0?2:30 (GMT\+1|CET) 5:30/)
})

test('a month without hours says so', async () => {
  expect(await said([])).toContain('No hours in this time.')
})
