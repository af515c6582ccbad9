import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { modelNames, modelTable } from '@/domain/face/model-table'
import { manifestPage, publicDir } from '../../../scripts/models/browser-models'
import { modelSources } from '../../../scripts/models/manifest'

it('the committed page of models is the one that npm run models writes', async () => {
  expect(await readFile(join(publicDir, 'MANIFEST.md'), 'utf8')).toBe(manifestPage())
})

it('every model has a licence, a source and a full hash for each file', () => {
  for (const name of modelNames) {
    expect(modelTable[name].sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(modelSources[name].licence).toMatch(/^(Apache-2\.0|CC0-1\.0)$/)
    for (const { hash } of modelSources[name].files) {
      expect(hash.value).toHaveLength(hash.algorithm === 'sha256' ? 64 : 96)
    }
  }
})
