import { expect, test } from 'vitest'
import { photoLabel } from '@/server/biometrics/photo-label'
import { openTemplate } from '@/server/biometrics/templates'
import { open } from '@/server/crypto/seal'
import { openVector } from '@/server/crypto/vector'
import { caseLabel } from '@/server/duplicates/hold'
import { evidenceLabel } from '@/server/evidence/service'
import * as rollCalls from '@/server/roll-calls/sealing'

// Sealed by the version before rooms were moved (2026-11), with a key of sevens, for rows of this id. A label is part of
// what is sealed: were one changed, nothing that an installation has kept would open again.
const key = Buffer.alloc(32, 7)
const id = '00000000-0000-4000-8000-000000000001'

test.each([
  ['an enrolled photo', photoLabel, 'AU7l9FvK3e77KinlBbnUzUpOj7E64JJdNACXh1vkAyHCyxG12dRBiGUwKRc='],
  ['a snapshot', evidenceLabel, 'AR8bdFC5Q1ACEFRHtlHnq/3+2BeowiQW0FeYcyNjwfCnGJjT/LVH/T7FeVY='],
  ['a held picture', caseLabel, 'AbmXfCy7cEQvXDCdTSWGybLxszqGnIpocFn0DuT+iZh+4/zQGru6ewCGnmY='],
  ['a group photo', rollCalls.photoLabel, 'AWCMtnaOcZWLe50hf+Njfuwi+12n4m3KzWS03vjr3VE4/HD3CA5IN2bUu+Y='],
  ['a face of one', rollCalls.cropLabel, 'AfaiT1S2FMBs+evo+zKAFAyFqSv1JqRLixYr6VAUv55jQWCNms6xF7ynJQ8='],
])('%s that the version before sealed opens', (_what, label, sealed) => {
  expect(open(key, label(id), Buffer.from(sealed, 'base64')).toString()).toBe('what was sealed')
})

const vectorOf = (label: (id: string) => string) => (sealed: Buffer) => openVector(key, label(id), sealed)

test.each([
  [
    'a template',
    (sealed: Buffer) => openTemplate({ settings: { faceKey: key } }, id, sealed),
    'AbDAZe1Pc5lm5k13U3/P50KfFOUuyF6AtfLRkcQOeBxCkg8hbQ==',
  ],
  [
    'the vector of a face in a group photo',
    vectorOf(rollCalls.vectorLabel),
    'AYL/mWTH7bc4hwriYBBGv7xPe5kluqcs4JYUyWZaDnTalZmbFQ==',
  ],
  [
    'the vector of a refused match',
    vectorOf(rollCalls.refusedLabel),
    'ATg1lY4qln1E/kyY3Lr7brDzCOGqjfz60Comfd55f3v9j80l6w==',
  ],
])('%s that the version before sealed opens', (_what, opened, sealed) => {
  expect([...opened(Buffer.from(sealed, 'base64'))]).toEqual([0.5, -0.25])
})
