import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { openTestDesk } from '../support/desk.ts'
import { below } from '../support/dice.ts'
import { addClient } from '../support/meeting.ts'
import { findWords } from '../support/find-words.ts'
import { check } from './check.ts'

check(
  'L04',
  'a lock in the middle of saving and printing ends it or takes it back, and leaves nothing in clear',
  { usual: 1, drill: 40 },
  async ({ rounds, random }) => {
    let told = 0
    for (let round = 0; round < rounds; round++) {
      const desk = await openTestDesk()
      const { client, dataFolder } = desk
      const clientId = addClient(desk, '郝欣')
      const { selfId } = await client.household.begin({ clientId })
      const acknowledged = new Set<string>()
      const writes = Array.from({ length: 12 }, (_, n) =>
        client.draft
          .put({ place: '/drill', field: `field-${n}`, value: `半句未存${n}` })
          .then(() => acknowledged.add(`field-${n}`))
          .catch(() => undefined),
      )
      const print = client.printout
        .start({ clientId, readers: [selfId], way: 'save', glyphsAccepted: false })
        .then(({ printout }) => printout.number)
        .catch(() => null)
      await new Promise((wake) => setTimeout(wake, 20 + below(random, 150)))
      await desk.lock()
      const late = new Promise<null>((wake) => setTimeout(wake, 200, null))
      await Promise.race([Promise.all(writes), late])
      const number = await Promise.race([print, late])
      const again = await openTestDesk({ dataFolder })
      const drafts = (await again.client.draft.list({ place: '/drill' })).map(({ field }) => field)
      expect([...acknowledged].filter((field) => !drafts.includes(field))).toEqual([])
      const printed = (await again.client.printout.list({})).rows.map((row) => row.number)
      if (number !== null) expect(printed).toContain(number)
      await again.lock()
      expect(findWords([dataFolder], ['半句未存', '郝欣', '990000195908175962'])).toEqual([])
      expect(
        readdirSync(dataFolder, { recursive: true }).filter((name) => /tmp|half/.test(String(name))),
      ).toEqual([])
      told += acknowledged.size
    }
    return { rounds, note: `${told} of ${rounds * 12} fields were told saved before the lock, all are there` }
  },
)
