import { z } from 'zod'
import { fieldError } from './field-errors'

// What a schema says nothing about is told in our words too.
z.config({ customError: () => fieldError('invalid') })

export { z }
