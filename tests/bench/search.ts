// S1, S2, S3: a keystroke, from the typed text to rows, in the desk and in another process.
import { cpSync } from 'node:fs'
import type { Read } from '../../electron/database/handle.ts'
import { clientById } from '../../electron/client/repository.ts'
import { searchHandlers } from '../../electron/search/handlers.ts'
import { joinPieces, reindexClient } from '../../electron/search/index-client.ts'
import { findClients } from '../../electron/search/repository.ts'
import { queryOf } from '../../shared/search/query.ts'
import { enterFar, enterHere, forkFar, openHere, readCall, type HereDesk } from './desk.ts'
import {
  interleave,
  judge,
  mustHold,
  pair,
  quantile,
  timed,
  timedSync,
  type Goal,
  type Part,
} from './judge.ts'
import { startEcho } from './echo.ts'
import { dice } from './people.ts'

const people = 60

const prefixes = (text: string, least: number): string[] =>
  Array.from({ length: text.length - least + 1 }, (_, at) => text.slice(0, at + least))

/** What is typed when sixty random clients are looked for, from the first sign to the last. */
const keystrokesFor = (db: Read, clients: number, mayReveal: boolean): readonly string[] => {
  const random = dice(17)
  return Array.from({ length: people }, () => clientById(db, 1 + Math.floor(random() * clients))).flatMap(
    (client) => {
      if (!client) return []
      const numbers = [client.phone.slice(-4), client.phone]
      const phone = mayReveal ? prefixes(client.phone, 3) : [client.phone.slice(0, 3)]
      return [...prefixes(client.name, 1), ...phone, ...numbers]
    },
  )
}

const ageing = 10_000

const days = 10

/** Ten thousand phones change, each in a transaction of its own as at a desk; the last change of a day is followed by the lock. */
const ageIndex = ({ open }: HereDesk, clients: number): void => {
  const { db } = open()
  const random = dice(19)
  for (let change = 0; change < ageing; change += 1) {
    if (change % (ageing / days) === 0) joinPieces(db)
    const before = clientById(db, 1 + Math.floor(random() * clients))
    if (!before) continue
    const phone = `138${String(Math.floor(random() * 1e8)).padStart(8, '0')}`
    db.transact(() => {
      db.run('UPDATE client SET phone = ? WHERE id = ?', [phone, before.id])
      reindexClient(db, before, { ...before, phone })
    })
  }
}

const byKey = `SELECT c.id, c.name, c.name_key AS nameKey, c.sex, c.birth_date AS birthDate, c.number,
  c.dossier_number AS dossierNumber, c.phone, coalesce(s.name, '') AS owner, c.type
  FROM client AS c LEFT JOIN staff AS s ON s.id = c.owner_id WHERE c.id = ?`

const fetches = 300

/** Twenty random clients by their key: what a page of answers costs when nothing has to be looked for. */
const twentyByKey = (db: Read, clients: number): number => {
  const random = dice(Math.floor(performance.now()))
  return quantile(
    Array.from({ length: fetches }, () => {
      const ids = Array.from({ length: 20 }, () => 1 + Math.floor(random() * clients))
      return timedSync(() => ids.map((id) => db.one(byKey, [id])))
    }),
    0.95,
  )
}

const keystrokes = (db: Read, typed: readonly string[], mayReveal: boolean): number =>
  quantile(
    typed.map((text) =>
      timedSync(() => {
        const query = queryOf(text, mayReveal)
        if (query.kind === 'match') findClients(db, query.match, 20)
      }),
    ),
    0.95,
  )

const wholeAnswers = (here: HereDesk, typed: readonly string[]): number => {
  const call = readCall(here)
  return quantile(
    typed.map((q) => timedSync(() => searchHandlers.find(call, { q }))),
    0.95,
  )
}

const s1: Goal = {
  id: 'S1',
  what: 'keystroke to rows, p95, index aged by 10,000 changes on ten days (with the right to see numbers)',
  as: 'ratio',
  goal: 1,
  accept: {
    limit: 2,
    why: 'the floor is only the second half: the same twenty rows are fetched after the word was looked up; 0.1 ms',
  },
  unit: 'ms',
  floor: '20 random clients by key, p95',
}

const check = (here: HereDesk, typed: readonly string[]): void => {
  const { db } = here.open()
  const [client] = [clientById(db, 1)]
  const query = queryOf(client?.phone ?? '', true)
  const found = query.kind === 'match' ? findClients(db, query.match, 20) : []
  mustHold(
    found.some(({ id }) => id === 1),
    'a whole phone finds its client',
  )
  mustHold(typed.length > people * 5, 'enough was typed')
}

const openAged = async (dataFolder: string, clients: number): Promise<HereDesk> => {
  const here = openHere(dataFolder)
  await enterHere(here)
  ageIndex(here, clients)
  return here
}

export const searchPart: Part = {
  ids: ['S1', 'S2'],
  run: async (bench) => {
    const sizes = [10_000, 100_000, ...(bench.large === null ? [] : [bench.large])]
    const [small, ...bigger] = await Promise.all(
      sizes.map(async (clients) => ({ clients, folder: (await bench.book(clients)).dataFolder })),
    )
    if (!small) throw new Error('no book to search in')
    const least = await openAged(small.folder, small.clients)
    const leastTyped = keystrokesFor(least.open().db, small.clients, true)
    check(least, leastTyped)
    const outcomes = []
    for (const { clients, folder } of bigger) {
      const here = await openAged(folder, clients)
      const { db } = here.open()
      const typed = { seen: keystrokesFor(db, clients, true), masked: keystrokesFor(db, clients, false) }
      check(here, typed.seen)
      const seen = await interleave({
        seen: () => keystrokes(db, typed.seen, true),
        masked: () => keystrokes(db, typed.masked, false),
        whole: () => wholeAnswers(here, typed.seen),
        floor: () => twentyByKey(db, clients),
        small: () => keystrokes(least.open().db, leastTyped, true),
      })
      await here.close()
      const at = `, ${clients.toLocaleString('en')} clients`
      outcomes.push(
        judge({ ...s1, what: s1.what + at }, pair(seen.seen, seen.floor)),
        judge(
          { ...s1, id: 'S1 masked', what: `the same for somebody who may not see numbers${at}` },
          pair(seen.masked, seen.floor),
        ),
        judge(
          {
            ...s1,
            id: 'S1 whole',
            what: `the product’s whole answer, with everybody of the same name${at}`,
            goal: 4,
            accept: {
              limit: 7,
              why: 'bearers of the same names are looked up too: 0.4 ms, a fortieth of a frame',
            },
          },
          pair(seen.whole, seen.floor),
        ),
        judge(
          {
            id: 'S2',
            what: `flatness: p95 at ${clients.toLocaleString('en')} against 10,000 clients`,
            as: 'ratio',
            goal: clients > 100_000 ? 5 : 2,
            unit: 'ms',
            floor: 'p95 at 10,000',
          },
          pair(seen.seen, seen.small),
        ),
      )
    }
    await least.close()
    return outcomes
  },
}

const s3: Goal = {
  id: 'S3',
  what: 'keystroke to parsed rows in another process, p95, 100,000 clients',
  as: 'value',
  goal: 1,
  accept: {
    limit: 1.5,
    why: 'at the 95th percentile half of it is the query, the other half codec and waking',
  },
  unit: 'ms',
  floor: 'echo over the same channel by a process that thinks 0.3 ms, p50',
}

const atOnce = 300

export const replyPart: Part = {
  ids: ['S3'],
  run: async (bench) => {
    const clients = 100_000
    const book = await bench.book(clients)
    const folder = bench.folder('reply')
    cpSync(book.dataFolder, folder, { recursive: true })
    const here = openHere(book.dataFolder)
    await enterHere(here)
    const typed = keystrokesFor(here.open().db, clients, true)
    await here.close()
    const far = forkFar(folder)
    const ask = async (): Promise<number> => {
      const took = []
      for (const [at, q] of typed.entries()) {
        if (at % atOnce === 0) await far.pace(atOnce)
        took.push(await timed(() => far.client.search.find({ q })))
      }
      return quantile(took, 0.95)
    }
    const echo = await startEcho()
    try {
      await enterFar(far)
      const seen = await interleave({ ask, echo: () => echo.p50(3_000, 0.3) })
      const { rows } = await far.client.search.find({ q: typed.at(-1) ?? '' })
      mustHold(rows.length > 0, 'the last thing typed finds somebody')
      return [judge(s3, pair(seen.ask, seen.echo))]
    } finally {
      await far.end()
      echo.end()
    }
  },
}
