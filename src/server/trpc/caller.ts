import 'server-only'
import { cache } from 'react'
import { appRouter } from './app-router'
import { requestContext } from './context'
import { createCallerFactory } from './procedure'

const createCaller = createCallerFactory(appRouter)

/** The procedures for server-rendered pages, as the person who asks for the page. */
export const caller = cache(async () => createCaller(await requestContext()))
