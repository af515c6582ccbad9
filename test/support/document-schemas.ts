import { Ajv2020 } from 'ajv/dist/2020.js'
import type { documentOf } from '@/server/rest/openapi/document'

const formats = {
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: (text: string) => URL.canParse(text),
}

/** What is wrong with a value, by a schema that stands in the document at this pointer. */
export function documentSchemas(document: ReturnType<typeof documentOf>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats })
  ajv.addSchema(document, 'document')
  const pointed = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
  return (value: unknown, ...pointer: string[]): string[] => {
    const validate = ajv.getSchema(`document#/${pointer.map(pointed).join('/')}`)
    if (!validate) throw new Error(`The document has nothing at ${pointer.join(' / ')}`)
    validate(value)
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
}
