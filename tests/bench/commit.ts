// E2: what a durable commit costs, against the least a disk can do.
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { putDraft } from '../../electron/draft/repository.ts'
import { enterHere, openHere } from './desk.ts'
import {
  interleave,
  judge,
  median,
  mustHold,
  pair,
  timedSync,
  type Goal,
  type Outcome,
  type Part,
} from './judge.ts'

const frameBytes = 4120
const commits = 200

/** The least a durable write can be: one WAL frame into a file that already has its length, then the flush. */
export const frameFloor = (
  folder: string,
  flush: (descriptor: number) => void = fdatasyncSync,
): (() => number) => {
  const path = join(folder, 'frames')
  writeFileSync(path, Buffer.alloc(frameBytes * commits))
  const frame = Buffer.alloc(frameBytes, 7)
  return () => {
    const descriptor = openSync(path, 'r+')
    const took = Array.from({ length: commits }, (_, at) =>
      timedSync(() => {
        writeSync(descriptor, frame, 0, frameBytes, at * frameBytes)
        flush(descriptor)
      }),
    )
    closeSync(descriptor)
    return median(took)
  }
}

const commitGoal: Goal = {
  id: 'E2',
  what: 'one row committed durably (a draft field)',
  as: 'ratio',
  goal: 1.15,
  accept: {
    limit: 1.6,
    why: 'the SQLite that is shipped ready-made flushes with fsync, which also writes the file’s times; see the next line',
  },
  unit: 'ms',
  floor: 'write and fdatasync of one WAL frame',
}

export const commitPart: Part = {
  ids: ['E2'],
  run: async (bench) => {
    const here = openHere((await bench.book(10_000)).dataFolder)
    await enterHere(here)
    const { db, session } = here.open()
    const floor = frameFloor(bench.folder('frames'))
    const sameFlush = frameFloor(bench.folder('frames'), fsyncSync)
    let at = 0
    const commit = (): number =>
      median(
        Array.from({ length: commits }, () => {
          at += 1
          const draft = { staffId: session.staffId, place: '/bench', field: 'note', value: `第${at}遍`, at }
          return timedSync(() => db.transact(() => putDraft(db, draft)))
        }),
      )
    const seen = await interleave({ commit, floor, sameFlush })
    const kept = db.one<{ at: number }>("SELECT at FROM draft WHERE place = '/bench'")?.at
    mustHold(kept === at, 'the last commit is the one that is read')
    await here.close()
    const { accept: _accept, ...same } = commitGoal
    return [
      judge(commitGoal, pair(seen.commit, seen.floor)),
      judge(
        { ...same, id: 'E2 fsync', floor: 'write and fsync of one WAL frame' },
        pair(seen.commit, seen.sameFlush),
      ),
    ] satisfies readonly Outcome[]
  },
}
