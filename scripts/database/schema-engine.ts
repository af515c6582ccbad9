import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

let loaded = false

/** The engine hands its last words to whoever is registered under a global name. */
function onPanic(message: string): never {
  throw new Error(message)
}

// The package's own entry imports the .wasm file as a module, which Node does not do.
async function loadEngine() {
  if (loaded) return
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(entry.replace(/\.js$/, '_bg.wasm')), {
    './schema_engine_bg.js': { ...bindings },
  })
  bindings.__wbg_set_wasm(instance.exports)
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: onPanic } })
  const { __wbindgen_start } = instance.exports
  if (typeof __wbindgen_start === 'function') __wbindgen_start()
  loaded = true
}

/** Runs work with Prisma's schema engine on one database, without the binary that Prisma would download. */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadEngine()
  const opened: SqlDriverAdapter[] = []
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(databaseUrl, opened))
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
    // The engine leaves its connections open.
    await Promise.allSettled(opened.map((one) => one.dispose()))
  }
}

function adapterFactory(
  databaseUrl: string,
  opened: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const open = async (url: string) => {
    const adapter = await openAdapter(url)
    opened.push(adapter)
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(databaseUrl),
    // PrismaPg's own one connects to the database of the address instead of the shadow.
    async connectToShadowDb() {
      const name = `clockface_shadow_${randomUUID()}`
      const owner = await open(databaseUrl)
      await owner.executeScript(`CREATE DATABASE "${name}"`)
      const url = new URL(databaseUrl)
      url.pathname = `/${name}`
      return open(url.href)
    },
  }
}

const charColumns = new WeakMap<object, number[]>()

/** The catalogue has columns of the type "char", which the engine asks for and PrismaPg does not know. */
class CatalogPool extends pg.Pool {
  override async query(...args: unknown[]) {
    const result = await Reflect.apply(super.query, this, args)
    // Of a script: several.
    if (Array.isArray(result)) return result
    const fields: pg.FieldDef[] = result.fields ?? []
    const found = fields.flatMap((field, index) =>
      field.dataTypeID === pg.types.builtins.CHAR ? [index] : [],
    )
    for (const field of fields) {
      if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.TEXT
    }
    charColumns.set(result.rows, found)
    return result
  }
}

async function openAdapter(url: string) {
  const pool = new CatalogPool({ connectionString: url })
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  // PrismaPg's own one cuts a script at every semicolon, also inside a function, and runs the pieces one by one.
  adapter.executeScript = async (sql) => {
    await adapter.executeRaw({ sql, args: [], argTypes: [] })
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}
