import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A disk of 16 MiB that can really be filled; null where this account may not mount one, which is then said. */
export const smallDisk = (): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyin-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    process.stdout.write('no disk could be mounted here: a full disk was not tried, see full-disk.test.ts\n')
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return folder
}
