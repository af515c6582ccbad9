/** A value that a model takes or gives: element type and shape, batch size 1. */
export interface ModelValue {
  type: 'uint8' | 'float32'
  shape: readonly number[]
}

export interface ModelEntry {
  /** File in the models folder. */
  file: string
  role: 'detect' | 'landmarks' | 'recognise' | 'recognise, basic' | 'presentation attack'
  /** SHA-256 of the file; a file with another one is never loaded. */
  sha256: string
  inputs: Readonly<Record<string, ModelValue>>
  outputs: Readonly<Record<string, ModelValue>>
}

/**
 * Every model the server runs, as `npm run models` makes it. All pictures are pixels 0..255: each model's own
 * normalisation is part of its graph. NCHW means planes (all of red, then green, then blue), NHWC interleaved pixels.
 */
export const modelTable = {
  /**
   * BlazeFace, back camera. `pixels`: RGB, NHWC, the picture letterboxed into 256×256.
   * `logits`: one a box, the face's score before the sigmoid. `boxes`: centre x, centre y, width, height, then six
   * key points x, y (right eye, left eye, nose, mouth, right ear, left ear; the person's right), all in pixels of the
   * 256×256 picture and relative to the anchor's centre. Anchors 0..511: a 16×16 grid, row by row, 2 a cell, centre
   * (column + 0.5) × 16; anchors 512..895: an 8×8 grid, 6 a cell, centre (column + 0.5) × 32.
   */
  blazeface: {
    file: 'blazeface.onnx',
    role: 'detect',
    sha256: '7bbb07624e1468d5985bfa670337e22e288ed32357b4f11d28719b1f0c924aee',
    inputs: { pixels: { type: 'uint8', shape: [1, 256, 256, 3] } },
    outputs: { logits: { type: 'float32', shape: [896] }, boxes: { type: 'float32', shape: [896, 16] } },
  },
  /**
   * FaceMesh. `pixels`: RGB, NCHW, a square crop around one upright face. `points`: x, y, z in pixels of the crop.
   * `score`: 0..1, whether the crop holds a face. `features`: what both of them are worked out from, 128 channels of a
   * 6×6 grid over the crop, row by row.
   */
  facemesh: {
    file: 'facemesh.onnx',
    role: 'landmarks',
    sha256: '39d7aa068c580d446fcf69844bd03fce8728a0795e2111c95506a85055b54125',
    inputs: { pixels: { type: 'float32', shape: [1, 3, 192, 192] } },
    outputs: {
      points: { type: 'float32', shape: [468, 3] },
      score: { type: 'float32', shape: [1] },
      features: { type: 'float32', shape: [128, 36] },
    },
  },
  /** face-reidentification-retail-0095. `pixels`: RGB (the publisher's takes BGR), NCHW, an aligned face. `vector`: not normalised. */
  'retail-0095': {
    file: 'retail-0095.onnx',
    role: 'recognise',
    sha256: '442c39fa8c341aa72416f84d04280dcab239593f84e1fe75542f6ad308ca72ba',
    inputs: { pixels: { type: 'float32', shape: [1, 3, 128, 128] } },
    outputs: { vector: { type: 'float32', shape: [256] } },
  },
  /** dlib's ResNet. `pixels`: RGB, NCHW, a face chip. `vector`: not normalised. */
  'dlib-resnet': {
    file: 'dlib-resnet.onnx',
    role: 'recognise, basic',
    sha256: '3a369b49ce89aed047d7e6824d2a8a9e3432da82a54b2afdb971b13e5d712cbb',
    inputs: { pixels: { type: 'float32', shape: [1, 3, 150, 150] } },
    outputs: { vector: { type: 'float32', shape: [128] } },
  },
  /**
   * MiniFASNetV2, the publisher's file as it is. `input`: BGR, NCHW, a square crop of 2.7 faces.
   * `output`: three logits; the softmax of class 1 is the probability of a live face.
   */
  'minifasnet-v2': {
    file: 'minifasnet-v2.onnx',
    role: 'presentation attack',
    sha256: '4eed38f0bde33c9b805942a5f25e42ce1161e2bda545254be622be957727794e',
    inputs: { input: { type: 'float32', shape: [1, 3, 80, 80] } },
    outputs: { output: { type: 'float32', shape: [1, 3] } },
  },
} as const satisfies Record<string, ModelEntry>

export type ModelName = keyof typeof modelTable

export const modelNames = Object.keys(modelTable) as ModelName[]

/** The recognisers, the better one first. */
export const recogniserNames = ['retail-0095', 'dlib-resnet'] as const satisfies ModelName[]
export type RecogniserName = (typeof recogniserNames)[number]
