import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Login } from '../../support/logins.ts'

const entry = fileURLToPath(new URL('../../support/logins-entry.ts', import.meta.url))

/** Further people with a passphrase, written into a vault that is locked just now. */
export const addLogins = async (
  dataFolder: string,
  passphrase: string,
  logins: readonly Login[],
): Promise<void> => {
  const child = spawn(process.execPath, [entry], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ dataFolder, passphrase, logins }))
  const doors: unknown = JSON.parse(await text(child.stdout))
  if (!Array.isArray(doors) || doors.length !== logins.length) throw new Error('not everybody got a door')
}
