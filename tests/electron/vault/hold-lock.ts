import { takeInstanceLock } from '../../../electron/vault/instance-lock.ts'

// A second desk on the same folder: says what it got and stays until it is ended.
const folder = process.argv[2] ?? ''
const answer = takeInstanceLock(folder, { user: '陈明', host: 'pc-1', pid: process.pid, since: 0 })
process.send?.(answer.ok ? 'held' : answer.failure)
setInterval(() => undefined, 1000)
