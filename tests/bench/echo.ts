import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { median, timed } from './judge.ts'

export type Echo = {
  /**
   * Over a few hundred echoes of this many bytes, of a process that thinks first. Thinking is not counted, but the one
   * that waits falls asleep meanwhile, and waking it costs more than the channel: 0.03 ms without, 0.13 ms with.
   */
  readonly p50: (bytes: number, thinkMs: number) => Promise<number>
  readonly end: () => void
}

const rounds = 300

/** Another process on the same kind of channel as the desk's. */
export const startEcho = async (): Promise<Echo> => {
  const child = fork(fileURLToPath(new URL('./echo-child.ts', import.meta.url)), {
    serialization: 'advanced',
  })
  let id = 0
  const echoOnce = async (bytes: number, thinkMs: number): Promise<void> => {
    id += 1
    const answered = once(child, 'message')
    child.send({ id, bytes, thinkMs })
    await answered
  }
  await echoOnce(1, 0)
  return {
    p50: async (bytes, thinkMs) => {
      const took = []
      for (let round = 0; round < rounds; round += 1)
        took.push((await timed(() => echoOnce(bytes, thinkMs))) - thinkMs)
      return median(took)
    },
    end: () => void child.kill(),
  }
}
