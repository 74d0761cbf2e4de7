import { randomBytes } from 'node:crypto'

/** Names this run of the desk in the audit chain, so that its monotonic times can be told apart. */
export const boot = randomBytes(8).toString('hex')
