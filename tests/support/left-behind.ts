import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultKeys } from '../../electron/vault/vault-keys.ts'

// What somebody who was not let in must not leave behind in this process.

/** Every key overwritten, those of the roles among them. */
export const isForgotten = ({ vmk, dbk, userPrivate, rolePrivate }: VaultKeys): boolean =>
  [vmk, dbk, userPrivate, ...Object.values(rolePrivate)].every((key) => key.every((byte) => byte === 0))

/**
 * Databases of this data folder that this process holds open. Only Linux tells; elsewhere that is said, and the test
 * stands on its other lines.
 */
export const heldOpen = (dataFolder: string): readonly string[] => {
  if (process.platform !== 'linux') {
    process.stdout.write('this system does not tell what is held open: that was not looked at\n')
    return []
  }
  const links = readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(join('/proc/self/fd', name))]
    } catch {
      return []
    }
  })
  return links.filter((path) => path.startsWith(dataFolder) && path.includes('vault.db'))
}
