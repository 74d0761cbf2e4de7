import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { firstPerson, keeper, manager, type Person } from './people.ts'
import type { Preview } from './preview.ts'

const run = promisify(execFile)

/**
 * A vault with a head, a manager, a keeper who holds the archive key, and twelve invented families; made by a process of
 * its own before the page asks for one, since the browser's tests can't load the database.
 */
export const prepareBranch = async (preview: Preview, at: number, today: string) => {
  const entry = join(import.meta.dirname, 'branch-entry.ts')
  await run(process.execPath, [entry, preview.dataFolder, String(at), today])
  const head: Person = firstPerson
  return { head, manager, keeper }
}
