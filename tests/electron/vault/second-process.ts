import { openSecondConnection } from '../../../electron/database/open.ts'

// Another process on a database that is in use: tries to write one row, then closes.
const [, , path = '', key = ''] = process.argv
const connection = openSecondConnection({ path, key: Buffer.from(key, 'hex'), suite: 'aegis-256' })
const outcome = (): string => {
  try {
    connection.handle.run("INSERT INTO setting (key, value, valid_from, staff_id) VALUES ('x', 'x', 1, 1)")
    return 'written'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  }
}
process.stdout.write(outcome())
connection.close()
