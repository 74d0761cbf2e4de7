import { fileURLToPath } from 'node:url'
import { startDesk } from '../../electron/preview/desk-process.ts'

// The preview's host around that desk, and nothing else. argv: data folder, file with what is typed.

const entry = fileURLToPath(new URL('quiet-desk.ts', import.meta.url))
const desk = startDesk({ entry, args: process.argv.slice(2), env: process.env, greet: ['session', 'state'] })
process.on('message', () => void desk.stop().then(() => process.exit(0)))
setInterval(() => process.send?.({ desk: desk.pid(), isUp: desk.isUp() }), 50)
