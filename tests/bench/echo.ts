import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { median, quantile, timed } from './judge.ts'

export type Echo = {
  /** Over a few hundred echoes of this many bytes. */
  readonly p50: (bytes: number) => Promise<number>
  readonly p95: (bytes: number) => Promise<number>
  readonly end: () => void
}

const rounds = 300

/** Another process on the same kind of channel as the desk's. */
export const startEcho = async (): Promise<Echo> => {
  const child = fork(fileURLToPath(new URL('./echo-child.ts', import.meta.url)), {
    serialization: 'advanced',
  })
  let id = 0
  const echoOnce = async (bytes: number): Promise<void> => {
    id += 1
    const answered = once(child, 'message')
    child.send({ id, bytes })
    await answered
  }
  const many = async (bytes: number): Promise<number[]> => {
    const took = []
    for (let round = 0; round < rounds; round += 1) took.push(await timed(() => echoOnce(bytes)))
    return took
  }
  await echoOnce(1)
  return {
    p50: async (bytes) => median(await many(bytes)),
    p95: async (bytes) => quantile(await many(bytes), 0.95),
    end: () => void child.kill(),
  }
}
