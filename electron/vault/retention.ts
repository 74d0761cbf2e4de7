import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { PlainDate } from '../../shared/plain-date.ts'
import { chooseObsolete, listBackups } from './backup-list.ts'
import type { BackupLine } from './backup-list.ts'
import { removePatiently } from './patience.ts'

const share = 0.3

type Target = {
  readonly folder: string
  readonly vmk: Uint8Array
  readonly dayOf: (at: number) => PlainDate
  /** Whether sealed files and attachments are further names of the vault's own bytes here. */
  readonly linked: boolean
  readonly step?: ((name: string) => void) | undefined
}

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Lets go of what the grid no longer needs, and of the oldest when all take over 30 % of what would be free without them. */
export const pruneBackups = ({ folder, vmk, dayOf, linked, step }: Target): readonly string[] => {
  const weigh = (line: BackupLine): number => (linked ? line.ownBytes : line.bytes)
  const lines = listBackups(folder, vmk)
  const held = lines.reduce((sum, line) => sum + weigh(line), 0)
  const obsolete = chooseObsolete(lines, { dayOf, weigh, budget: (freeBytes(folder) + held) * share })
  for (const { name } of obsolete) {
    step?.('prune-backup')
    removePatiently(join(folder, name))
  }
  return obsolete.map(({ name }) => name)
}
