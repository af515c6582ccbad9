import { OwnRecogniserError } from '../../src/domain/face/own-recogniser'
import { tryOwnRecogniser } from '../../src/server/face/own-recogniser'
import { SetupError } from './setup-error.mjs'
import { step } from './step'

/** The recogniser of RECOGNISER can be loaded and gives a vector: said before anything else takes its time. */
export async function checkRecogniser(file: string | undefined): Promise<void> {
  if (!file) return
  await step('Recogniser of your own', () => tried(file))
}

async function tried(file: string): Promise<string> {
  try {
    const { id, settings } = await tryOwnRecogniser(file)
    return `${settings.name} (${id}). Licence: ${settings.licence}`
  } catch (error) {
    throw error instanceof OwnRecogniserError ? new SetupError(error.message) : error
  }
}
