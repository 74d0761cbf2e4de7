import { text } from 'node:stream/consumers'
import { addLogins, type Login } from './logins.ts'

// For stories in the browser, whose runner can't load the database: people to add as JSON on standard input.

const { dataFolder, passphrase, logins } = JSON.parse(await text(process.stdin)) as {
  readonly dataFolder: string
  readonly passphrase: string
  readonly logins: readonly Login[]
}
process.stdout.write(JSON.stringify(await addLogins(dataFolder, passphrase, logins)))
