import { declareMessages } from './declare'

declareMessages()
