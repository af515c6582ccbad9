import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelNames, modelTable } from '@/domain/face/model-table'
import { availableModels, loadModel } from '@/server/face/model-store'
import { buildModels } from '../../../scripts/models/build-models'
import { noteUnreachable, wasUnreachable } from '../../../scripts/models/reachability'

const mirror = process.env.MODEL_MIRROR
let folder: string
let dir: string
let emptyMirror: string
let lines: string[]
const log = (line: string) => lines.push(line)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clockface-models-'))
  dir = join(folder, 'models')
  emptyMirror = join(folder, 'mirror')
  await mkdir(emptyMirror)
  lines = []
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('where the publishers cannot be reached', () => {
  it('makes what the npm packages hold and goes on with the basic recogniser', async () => {
    const result = await buildModels({ dir, mirror: emptyMirror, log })
    expect(result.built).toEqual(['blazeface', 'facemesh', 'dlib-resnet'])
    expect(result.missing).toEqual(['retail-0095', 'minifasnet-v2'])
    expect(await availableModels(dir)).toEqual({ recognisers: ['dlib-resnet'], pad: false })
    expect(lines.filter((line) => line.includes('left out'))).toHaveLength(2)
  })

  it('gives up on a server that takes the question and never answers', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const result = await buildModels({ dir, mirror: `http://127.0.0.1:${port}`, answerTimeout: 300, log })
    silent.closeAllConnections()
    silent.close()
    expect(result.missing).toEqual(['retail-0095', 'minifasnet-v2'])
    expect(lines.join()).toContain('no answer in time')
  })

  it('remembers for an hour that they could not be reached, but asks a mirror every time', async () => {
    const asked: string[] = []
    const empty = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
    await noteUnreachable(dir)
    expect(await wasUnreachable(dir)).toBe(true)
    const twoHoursAgo = new Date(Date.now() - 7_200_000)
    await utimes(join(dir, 'publisher-unreachable'), twoHoursAgo, twoHoursAgo)
    expect(await wasUnreachable(dir)).toBe(false)
    // A mirror is asked every time.
    const { port } = empty.address() as AddressInfo
    await noteUnreachable(dir)
    await buildModels({ dir, mirror: `http://127.0.0.1:${port}/`, log })
    empty.close()
    expect(asked).toContain('/minifasnet-v2/MiniFASNetV2.onnx')
    expect(lines.join()).toContain('status 404')
  })
})

describe('a file that is not the pinned one', () => {
  it('is refused by name when it comes from a mirror, and nothing is made from it', async () => {
    await mkdir(join(emptyMirror, 'minifasnet-v2'))
    await writeFile(join(emptyMirror, 'minifasnet-v2/MiniFASNetV2.onnx'), 'not a model')
    await expect(buildModels({ dir, mirror: emptyMirror, log })).rejects.toThrow(
      /MiniFASNetV2\.onnx has a wrong sha256/,
    )
    expect(await readdir(dir)).not.toContain('minifasnet-v2.onnx')
  })

  it('is refused by name when it lies in the models folder', async () => {
    await mkdir(dir)
    await writeFile(join(dir, 'facemesh.onnx'), 'not a model')
    await expect(loadModel('facemesh', dir)).rejects.toThrow(/facemesh\.onnx does not have the pinned hash/)
    await expect(loadModel('blazeface', dir)).rejects.toThrow(/blazeface\.onnx is missing/)
  })

  it('is made again when it lies in the models folder', async () => {
    await mkdir(dir)
    await writeFile(join(dir, 'facemesh.onnx'), 'not a model')
    await buildModels({ dir, mirror: emptyMirror, log })
    await expect(loadModel('facemesh', dir)).resolves.toHaveLength(
      (await stat(join(dir, 'facemesh.onnx'))).size,
    )
  })
})

describe.skipIf(!mirror)('with the publishers’ files (skipped without MODEL_MIRROR)', () => {
  it('makes all five models as pinned, and a second run touches nothing', async () => {
    const first = await buildModels({ dir, mirror, log })
    expect(first.built).toEqual(modelNames)
    expect(await availableModels(dir)).toEqual({ recognisers: ['retail-0095', 'dlib-resnet'], pad: true })
    const path = join(dir, modelTable['retail-0095'].file)
    const before = await stat(path)
    lines = []

    const started = performance.now()
    const second = await buildModels({ dir, mirror: emptyMirror, log })
    expect(second).toEqual({ present: modelNames, built: [], missing: [] })
    expect(performance.now() - started).toBeLessThan(2000)
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs)
    expect(lines).toEqual([])
    expect((await readFile(path)).length).toBe(before.size)
  })
})
