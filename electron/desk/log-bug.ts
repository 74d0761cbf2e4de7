import type { Ports } from './ports.ts'

/** A bug shows only a reference; the log line with that reference has the frames and no message text. */
export const logBug = (ports: Ports, procedure: string, frames: readonly string[]): string => {
  const ref = ports.random(4).toString('hex')
  ports.log({ at: ports.clock.now(), level: 'error', code: 'bug', procedure, ref, frames })
  return ref
}
