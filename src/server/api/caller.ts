import 'server-only'
import { cache } from 'react'
import { createCallerFactory } from '../trpc/procedure'
import { appRouter } from './app-router'
import { requestContext } from './request-context'

const createCaller = createCallerFactory(appRouter)

/** The procedures for server-rendered pages, as the person who asks for the page. */
export const caller = cache(async () => createCaller(await requestContext()))
