import { text } from 'node:stream/consumers'
import { fakeClock } from './fake-clock.ts'
import { foundBranch, hire, type NewPerson } from './hire.ts'
import { openPlainDesk } from './plain-desk.ts'

// For stories in the browser, whose runner can't load the database: the branch to make as JSON on standard input, the
// words of its recovery card on standard output. One process for all of it, while a host would start one per lock.

const { dataFolder, at, first, people } = JSON.parse(await text(process.stdin)) as {
  readonly dataFolder: string
  readonly at: string
  readonly first: Parameters<typeof foundBranch>[1]
  readonly people: readonly NewPerson[]
}

const open = () => openPlainDesk({ dataFolder, clock: fakeClock(at) })

const morning = open()
const words = await foundBranch(morning.client, first)
await hire(morning, people, open)
process.stdout.write(JSON.stringify(words))
