// Why a test may be skipped: this machine can't do what it needs, and that was tried. Each reason is looked at once
// more by whoever counts, so that a test can't get out of its work by saying so.
import { spawnSync } from 'node:child_process'

export const noSmallDisk = 'no small disk can be made here'
export const noProc = 'no /proc here'
export const noPython = 'no python3 with the package cryptography here'
export const noTrace = 'no strace, or it may not trace here'

/** The files whose tests fill a disk of their own to its last byte. */
export const onSmallDisk = [
  'tests/drills/full-disk.test.ts',
  'tests/drills/reserve.test.ts',
  'tests/electron/session/opening-fails.test.ts',
  'tests/electron/session/read-only.test.ts',
]
export const onSmallDiskInBrowser = ['tests/e2e/full-disk.e2e.ts']

const mountAndLeave =
  'd=$(mktemp -d) || exit 1; mount -t tmpfs -o size=1m tmpfs "$d" && umount "$d"; ended=$?; rmdir "$d"; exit $ended'

/** @param {readonly string[]} before */
const mounts = (before) => {
  const [program, ...words] = [...before, 'sh', '-c', mountAndLeave]
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0
}

/** What has to stand before a command so that it can mount a disk: nothing where this account may, else a namespace in
 * which it may, in which only that command sees the disk. Null where neither helps.
 * @param {(before: readonly string[]) => boolean} [works]
 * @returns {readonly string[] | null} */
export const wayToSmallDisk = (works = mounts) =>
  [[], ['unshare', '--map-root-user', '--mount']].find(works) ?? null

export const hasProc = () => process.platform === 'linux'

export const mayTrace = () =>
  hasProc() && spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

export const hasPython = () =>
  spawnSync('python3', ['-c', 'import cryptography'], { stdio: 'ignore' }).status === 0

/** @typedef {(reason: string) => boolean} Excuses */

/** Whether a reason to skip is one, and true of this machine. @type {Excuses} */
export const isExcused = (reason) => {
  if (reason === noSmallDisk) return wayToSmallDisk() === null
  if (reason === noProc) return !hasProc()
  if (reason === noPython) return !hasPython()
  return reason === noTrace && !mayTrace()
}
