// tsx sets itself up in the main thread only; a worker thread that starts from TypeScript imports this first.
import { register } from 'tsx/esm/api'

register()
