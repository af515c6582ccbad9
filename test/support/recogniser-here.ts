import { existsSync } from 'node:fs'
import { join } from 'node:path'

const isThere = (file: string) => existsSync(join(process.env.MODELS_DIR || '.models', file))

/** Whether the recogniser that names people by itself is here, and not the basic one alone. */
export const namesPeople = () => isThere('retail-0095.onnx')

/** Whether a living face can be told from a picture here. */
export const tellsLife = () => isThere('minifasnet-v2.onnx')
