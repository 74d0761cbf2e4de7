import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Read } from '../database/handle.ts'
import { openReadOnly } from '../database/open.ts'
import type { Cipher } from '../database/pragmas.ts'
import { orDamaged } from '../database/sqlite-failure.ts'
import { blockBytes, copyBlocks, type ReadAt } from './copy-blocks.ts'

// The copy a salvage reads in peace. A hole in the log hides all that follows it there; what stands before the hole may be
// older than the database, which can have taken in the whole log already. Read together the two would then be one moment
// here and another there. So a log with a hole is read with the database or not at all, whichever holds better.

/** What the disk did not give: pages of the database, and how much of the log can't be read for it, in pages. */
export type Unread = { readonly pages: readonly number[]; readonly framesLost: number }

/** `holds` is the greater, the less contradicts the reading; `head` says how far its chain goes. */
export type Weight = { readonly holds: number; readonly head: number }
export type Weigh = (db: Read) => Weight

export const logTail = '-wal'
const asideTail = `${logTail}.aside`
export const groundTails: readonly string[] = ['', logTail, asideTail]

type Request = {
  readonly from: string
  readonly key: Uint8Array
  readonly suite: Cipher
  readonly weigh?: Weigh
  readonly read?: ReadAt
}

const nothing: Weight = { holds: 0, head: 0 }

const weightOf = ({ key, suite, weigh }: Request, ground: string): Weight => {
  const opened = openReadOnly({ path: ground, key, suite })
  if (!opened.ok) return { ...nothing, holds: -1 }
  const { handle, pageDamage, close } = opened.value
  try {
    const { isSound } = pageDamage()
    const weight = orDamaged(() => weigh?.(handle) ?? { ...nothing, holds: 1 })
    if (weight === 'damaged') return nothing
    return isSound ? weight : { ...weight, holds: 0 }
  } finally {
    close()
  }
}

/**
 * Every change writes a row of the chain. So a log whose readable part ends before the database does is older than it,
 * and what they show together is no moment that ever was.
 */
const isWithLog = (withLog: Weight, alone: Weight): boolean =>
  withLog.holds > alone.holds || (withLog.holds === alone.holds && withLog.head > alone.head)

const chooseReading = (request: Request, ground: string): void => {
  const [log, aside] = [`${ground}${logTail}`, `${ground}${asideTail}`]
  const withLog = weightOf(request, ground)
  renameSync(log, aside)
  if (isWithLog(withLog, weightOf(request, ground))) renameSync(aside, log)
  else rmSync(aside)
}

/** A copy to be read in peace; what the disk no longer gives is empty in it. */
export const layGround = (request: Request, ground: string): Unread => {
  const { from, read } = request
  const pages = copyBlocks(from, ground, read)
  const log = `${from}${logTail}`
  if (!existsSync(log)) return { pages, framesLost: 0 }
  const [first] = copyBlocks(log, `${ground}${logTail}`, read)
  if (first === undefined) return { pages, framesLost: 0 }
  chooseReading(request, ground)
  return { pages, framesLost: Math.ceil(statSync(log).size / blockBytes) - first + 1 }
}
