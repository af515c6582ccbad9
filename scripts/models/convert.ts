import type { ModelName } from '../../src/domain/face/model-table'
import { convertDlib } from './dlib-to-onnx'
import { convertIr } from './openvino-to-onnx'
import { convertTfGraph, type TfGraphModel } from './tfjs-to-onnx'
import type { WeightSpec } from './tfjs-weights'

const text = (file: Uint8Array) => Buffer.from(file).toString('utf8')

/** The ONNX file of a model from its source files, which come in the order of the manifest. */
export const converters: Record<ModelName, (description: Uint8Array, weights: Uint8Array) => Uint8Array> = {
  blazeface: (description, weights) =>
    convertTfGraph(JSON.parse(text(description)) as TfGraphModel, weights, {
      name: 'blazeface',
      input: { name: 'pixels', type: 'uint8', layout: 'NHWC', size: 256 },
      scale: 1 / 127.5,
      offset: -1,
      widen: { 24: 32 },
      outputs: [
        { name: 'logits', sources: ['Identity', 'Identity_1'], shape: [896] },
        { name: 'boxes', sources: ['Identity_2', 'Identity_3'], shape: [896, 16] },
      ],
    }),
  facemesh: (description, weights) =>
    convertTfGraph(JSON.parse(text(description)) as TfGraphModel, weights, {
      name: 'facemesh',
      input: { name: 'pixels', type: 'float32', layout: 'NCHW', size: 192 },
      scale: 1 / 255,
      offset: 0,
      outputs: [
        { name: 'points', sources: ['Identity_2'], shape: [468, 3] },
        { name: 'score', sources: ['Identity_1'], shape: [1] },
        { name: 'features', sources: ['StatefulPartitionedCall/model_1/p_re_lu_15/Relu'], shape: [128, 36] },
      ],
    }),
  'retail-0095': (description, weights) => convertIr('retail-0095', text(description), weights),
  'dlib-resnet': (description, weights) =>
    convertDlib(
      (JSON.parse(text(description)) as { weights: WeightSpec[] }[]).flatMap((group) => group.weights),
      weights,
    ),
  'minifasnet-v2': (model) => model,
}
