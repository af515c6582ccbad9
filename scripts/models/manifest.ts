import type { ModelName } from '../../src/domain/face/model-table'

export interface SourceFile {
  /** In node_modules, or in a mirror of the publisher's files. */
  path: string
  /** Where the publisher has it; files without one come from npm packages. */
  url?: string
  hash: { algorithm: 'sha256' | 'sha384'; value: string }
}

export interface ModelSource {
  title: string
  does: string
  source: string
  licence: string
  files: SourceFile[]
  /** What `npm run models` does with the files. */
  converter: string
}

const zoo =
  'https://storage.openvinotoolkit.org/repositories/open_model_zoo/2023.0/models_bin/1/face-reidentification-retail-0095/FP16'
const antiSpoofing =
  'https://raw.githubusercontent.com/yakhyo/face-anti-spoofing/c175efef505bc275f7835cc9aa2aecab305ac184'

const sha256 = (value: string) => ({ algorithm: 'sha256' as const, value })
const sha384 = (value: string) => ({ algorithm: 'sha384' as const, value })

export const modelSources: Record<ModelName, ModelSource> = {
  blazeface: {
    title: 'BlazeFace, back camera',
    does: 'finds faces',
    source: 'Google MediaPipe, as tfjs graph model in the npm package @vladmandic/human',
    licence: 'Apache-2.0',
    files: [
      {
        path: '@vladmandic/human/models/blazeface.json',
        hash: sha256('cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f'),
      },
      {
        path: '@vladmandic/human/models/blazeface.bin',
        hash: sha256('dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72'),
      },
    ],
    converter: 'tfjs graph model to ONNX',
  },
  facemesh: {
    title: 'FaceMesh',
    does: 'finds 468 points of a face',
    source: 'Google MediaPipe, as tfjs graph model in the npm package @vladmandic/human',
    licence: 'Apache-2.0',
    files: [
      {
        path: '@vladmandic/human/models/facemesh.json',
        hash: sha256('b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7'),
      },
      {
        path: '@vladmandic/human/models/facemesh.bin',
        hash: sha256('3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b'),
      },
    ],
    converter: 'tfjs graph model to ONNX',
  },
  'retail-0095': {
    title: 'face-reidentification-retail-0095',
    does: 'turns an aligned face into 256 numbers',
    source: 'Intel Open Model Zoo 2023.0, OpenVINO IR, FP16',
    licence: 'Apache-2.0',
    files: [
      {
        path: 'face-reidentification-retail-0095/face-reidentification-retail-0095.xml',
        url: `${zoo}/face-reidentification-retail-0095.xml`,
        hash: sha384(
          '689fb39e94bbd0d22cfeeb9292d0b91ac753424a7ee2c0555070e4038a00bfcaad473b47303012b9a393027dbad0dbce',
        ),
      },
      {
        path: 'face-reidentification-retail-0095/face-reidentification-retail-0095.bin',
        url: `${zoo}/face-reidentification-retail-0095.bin`,
        hash: sha384(
          '6d51703e854509dafdab9dfc6b932136d301d95be6d52c9c23b5a4f5de1ffec80e8d38b87e0e9556ad36f0dded1588ed',
        ),
      },
    ],
    converter: 'OpenVINO IR to ONNX',
  },
  'dlib-resnet': {
    title: "dlib's face recognition ResNet",
    does: 'turns a face chip into 128 numbers where the better recogniser cannot be had',
    source: 'Davis King, dlib-models, as weights in the npm package @vladmandic/face-api',
    licence: 'CC0-1.0',
    files: [
      {
        path: '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json',
        hash: sha256('cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b'),
      },
      {
        path: '@vladmandic/face-api/model/face_recognition_model.bin',
        hash: sha256('b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589'),
      },
    ],
    converter: 'dlib weights to ONNX',
  },
  'minifasnet-v2': {
    title: 'MiniFASNetV2',
    does: 'tells a live face from a print or a screen',
    source: 'minivision-ai/Silent-Face-Anti-Spoofing, exported by yakhyo/face-anti-spoofing at c175efe',
    licence: 'Apache-2.0',
    files: [
      {
        path: 'minifasnet-v2/MiniFASNetV2.onnx',
        url: `${antiSpoofing}/weights/MiniFASNetV2.onnx`,
        hash: sha256('4eed38f0bde33c9b805942a5f25e42ce1161e2bda545254be622be957727794e'),
      },
    ],
    converter: 'none',
  },
}
