import type { Config } from '@vladmandic/human'

const off = { enabled: false }

/**
 * Detector and mesh, nothing else: no emotion, age or gender is ever computed. Every address is given, because
 * Human's own defaults point to a content network.
 */
export function guideConfig(modelsUrl: string): Partial<Config> {
  return {
    modelBasePath: modelsUrl,
    wasmPath: modelsUrl,
    cacheModels: false,
    cacheSensitivity: 0,
    validateModels: false,
    async: false,
    warmup: 'none',
    filter: { enabled: false },
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: {
        modelPath: 'blazeface.json',
        rotation: true,
        maxDetected: 3,
        minConfidence: 0.4,
        skipFrames: 0,
      },
      mesh: { enabled: true, modelPath: 'facemesh.json' },
      attention: off,
      iris: off,
      emotion: off,
      description: off,
      antispoof: off,
      liveness: off,
    },
  }
}
