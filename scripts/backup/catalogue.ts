import type pg from 'pg'

/** The schemas that an installation fills: its own, and the job queue's. */
export const schemas = ['public', 'graphile_worker']

export type Name = [schema: string, name: string]

export interface Table {
  table: Name
  /** In the order of its row type. */
  columns: string[]
  /** Those that can be written. */
  written: string[]
}

export interface Constraint {
  table: Name
  name: string
  definition: string
}

/** What keeps itself: the job queue's list of its own migrations belongs to the version that made it. */
const left = ['graphile_worker.migrations']

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
export const quoted = ([schema, name]: Name): string => `${quote(schema)}.${quote(name)}`
export const list = (names: readonly string[], before = ''): string =>
  names.map((name) => before + quote(name)).join(', ')

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT json_build_array(n.nspname, c.relname) AS table, json_agg(a.attname ORDER BY a.attnum) AS columns,
       json_agg(a.attname ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS written
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND n.nspname = ANY($1) AND n.nspname || '.' || c.relname <> ALL($2)
     GROUP BY n.nspname, c.relname ORDER BY n.nspname DESC, c.relname`,
    [schemas, left],
  )
  return rows
}

/** Numbers that were given out; read after the rows, they are never behind them. */
export async function sequencesOf(client: pg.Client) {
  const { rows } = await client.query<{ sequence: Name; value: string; called: boolean }>(
    `SELECT json_build_array(schemaname, sequencename) AS sequence,
       coalesce(last_value, start_value)::text AS value, last_value IS NOT NULL AS called
     FROM pg_sequences WHERE schemaname = ANY($1) ORDER BY schemaname, sequencename`,
    [schemas],
  )
  return rows
}

/** Names of the constraints that were never held against older rows. */
export async function unvalidatedOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || k.conname AS name
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT k.convalidated AND n.nspname = ANY($1) ORDER BY 1`,
    [schemas],
  )
  return rows.map(({ name }) => name)
}

/**
 * Constraints that rows could break before all of them are there, or that older rows may break for good, each as it is to
 * be afterwards: held against all rows, unless it never was.
 */
export async function lateConstraints(
  client: pg.Client,
  unvalidated: readonly string[],
): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `SELECT json_build_array(n.nspname, c.relname) AS table, k.conname AS name,
       regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '') || CASE
         WHEN n.nspname || '.' || c.relname || '.' || k.conname = ANY($2) THEN ' NOT VALID'
         ELSE '' END AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND (k.contype = 'f' OR (k.contype = 'c' AND (NOT k.convalidated
       OR n.nspname || '.' || c.relname || '.' || k.conname = ANY($2))))
     ORDER BY n.nspname, c.relname, k.conname`,
    [schemas, unvalidated],
  )
  return rows
}

/** Migrations that a database has, in their order. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT migration_name AS name FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}
