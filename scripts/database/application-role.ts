import pg from 'pg'

/** What the application may not do to rows that are there: it adds to these tables, and no more than is said here. */
const held: ReadonlyArray<{ tables: string[]; not: string; but?: string }> = [
  { tables: ['Change', 'ChangeBlock', 'ChangeText', 'SessionMember'], not: 'UPDATE, DELETE' },
  { tables: ['Payment', 'PaymentLine', 'PaidStretch', 'PayrollExport'], not: 'UPDATE' },
  { tables: ['Attendance'], not: 'DELETE' },
  { tables: ['ClearedRecord'], not: 'UPDATE, DELETE' },
  { tables: ['Consent'], not: 'UPDATE, DELETE', but: 'UPDATE ("withdrawnAt")' },
  { tables: ['Calibration'], not: 'UPDATE', but: 'UPDATE ("curves")' },
  { tables: ['Installation'], not: 'UPDATE, DELETE', but: 'UPDATE ("demoRemovedAt")' },
  { tables: ['_prisma_migrations'], not: 'INSERT, UPDATE, DELETE' },
]

const queue = 'graphile_worker'

/** Any number that no other advisory lock of the database uses. */
const ROLE_LOCK = 7_204_921

/**
 * Gives the role of an address what the application needs in the database of another address, whose role owns it: no
 * table, no function, nothing that turns triggers off. The role is made where there is none; its password is kept up to
 * date where the owner may do that. Each start does it anew, in one transaction, so that new tables are in it.
 */
export async function admitApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [ROLE_LOCK])
    const role = client.escapeIdentifier(decodeURIComponent(username))
    await keepRole(client, decodeURIComponent(username), decodeURIComponent(password))
    await grantDatabase(client, role)
    await grantTables(client, 'public', role)
    for (const { tables, not, but } of held)
      for (const table of tables) {
        const name = client.escapeIdentifier(table)
        await client.query(`REVOKE ${not} ON ${name} FROM ${role}`)
        if (but) await client.query(`GRANT ${but} ON ${name} TO ${role}`)
      }
    await grantTables(client, queue, role)
    await client.query(`REVOKE INSERT, UPDATE, DELETE ON ${queue}.migrations FROM ${role}`)
    await openQueue(client, role)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function keepRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean; may: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there, rolsuper OR rolcreaterole AS may
     FROM pg_roles WHERE rolname = current_user`,
    [name],
  )
  const [{ there, may } = { there: false, may: false }] = rows
  if (there && !may) return
  const can = 'LOGIN NOCREATEDB NOCREATEROLE PASSWORD'
  await client.query(
    `${there ? 'ALTER' : 'CREATE'} ROLE ${client.escapeIdentifier(name)} ${can} ${client.escapeLiteral(password)}`,
  )
}

/** No table of its own, not for a moment either: one of the same name would stand before that of the schema. */
async function grantDatabase(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`
    REVOKE TEMPORARY, CREATE ON DATABASE ${database} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${database} TO ${role};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC`)
}

async function grantTables(client: pg.Client, schema: string, role: string): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${schema} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`)
}

/** The queue shows its rows to its owner alone, unless a policy says otherwise. */
async function openQueue(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = $1::regnamespace AND c.relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'application')`,
    [queue],
  )
  for (const { name } of rows)
    await client.query(`CREATE POLICY application ON ${name} TO ${role} USING (true) WITH CHECK (true)`)
}

/** Whether the role of an address owns the tables: then nothing but their triggers stands between it and the ledger. */
export async function ownsTables(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ owns: boolean }>(
      `SELECT pg_has_role(current_user, relowner, 'USAGE') AS owns FROM pg_class WHERE oid = '"Change"'::regclass`,
    )
    return rows[0]?.owns ?? false
  } finally {
    await client.end()
  }
}
