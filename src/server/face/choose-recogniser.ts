import 'server-only'
import {
  type BuiltInRecogniser,
  builtInRecognisers,
  type RecogniserId,
  recogniserModel,
} from '../../domain/face/thresholds'
import { readVariables } from '../env'
import { availableModels } from './model-store'
import { type OwnRecogniser, readOwnRecogniser } from './own-recogniser'

/** One that comes with Clockface, or the ONNX file of one's own. */
export type RecogniserChoice = BuiltInRecogniser | { file: string }

/** The recogniser to use, its files read but not loaded. */
export type ChosenRecogniser = BuiltInRecogniser | OwnRecogniser

/** What a person may know of a recogniser of one's own: its makers' conditions are theirs to keep. */
export interface AboutRecogniser {
  name: string
  licence: string
}

/**
 * The recogniser to use: the one asked for, else that of RECOGNISER, else the better of those whose models are in `dir`.
 * Null where there is none. Throws OwnRecogniserError where one's own cannot be read: nothing takes its place, because
 * everybody would have to enrol again with another.
 */
export async function chooseRecogniser(
  dir: string,
  choice: RecogniserChoice | undefined = fromEnvironment(),
): Promise<ChosenRecogniser | null> {
  if (typeof choice === 'object') return readOwnRecogniser(choice.file)
  if (choice) return choice
  const { recognisers } = await availableModels(dir)
  return builtInRecognisers.find((id) => recognisers.includes(recogniserModel[id])) ?? null
}

function fromEnvironment(): RecogniserChoice | undefined {
  const { RECOGNISER } = readVariables()
  return RECOGNISER === undefined ? undefined : { file: RECOGNISER }
}

/** The id that templates and checks of this recogniser carry. */
export function idOf(chosen: ChosenRecogniser): RecogniserId {
  return typeof chosen === 'string' ? chosen : chosen.id
}

/** What its owner says of a recogniser of their own; null for a built-in one. */
export function aboutOf(chosen: ChosenRecogniser): AboutRecogniser | null {
  if (typeof chosen === 'string') return null
  const { name, licence } = chosen.settings
  return { name, licence }
}
