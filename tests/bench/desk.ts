import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { portOver } from '../../electron/desk/channel.ts'
import { composeDesk } from '../../electron/desk/compose.ts'
import type { Desk, OpenDesk } from '../../electron/desk/desk.ts'
import { plainDateAt } from '../../electron/desk/zone.ts'
import type { ReadCall, WriteCall } from '../../electron/desk/call.ts'
import { tokenBucket, windowRate, type Rate } from '../../electron/desk/token-bucket.ts'
import { appendAudit } from '../../electron/audit/chain.ts'
import { settingsSchema, type SettingsValues } from '../../electron/settings/settings.ts'
import type { Contract } from '../../shared/contract.ts'
import { makeBook } from '../support/bank-file.ts'
import { testCost } from '../support/test-cost.ts'
import { namesOf } from './people.ts'
import type { Book } from './judge.ts'

export type Client = ContractRouterClient<Contract>

export const passphrase = '云湖路 2026 知音 口令'

export type HereDesk = {
  readonly desk: Desk
  readonly client: Client
  readonly open: () => OpenDesk
  readonly close: () => Promise<void>
}

const settings = () => {
  const values: SettingsValues = settingsSchema.parse({})
  return { get: <K extends keyof SettingsValues>(key: K) => values[key], set: () => undefined }
}

/** The product's desk in this process, asked without any channel: what is measured here is the query. */
export const openHere = (dataFolder: string): HereDesk => {
  const { desk, router } = composeDesk({
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    dataFolder,
    settings: settings(),
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
    random: randomBytes,
    quick: null,
    kdfCost: testCost,
    unattended: false,
    exit: () => undefined,
  })
  return {
    desk,
    client: createRouterClient(router, { context: {} }) as unknown as Client,
    open: () => {
      const open = desk.open()
      if (!open) throw new Error('the desk is locked')
      return open
    },
    close: () => desk.lock(),
  }
}

/** What a handler gets, for measuring it without the router. */
export const readCall = ({ desk, open }: HereDesk): ReadCall => {
  const { session, db, zone } = open()
  const now = Date.now()
  return {
    desk,
    ports: desk.ports,
    now,
    session,
    zone: zone(),
    today: plainDateAt(now, zone()),
    notify: () => undefined,
    db,
    note: () => Promise.resolve(),
  }
}

export const writeCall = (here: HereDesk): WriteCall => {
  const { db, auditKey, stamp } = here.open()
  const call = readCall(here)
  return {
    ...call,
    db,
    audit: (entry) => appendAudit(db, auditKey, stamp(call.now, entry)),
    auditRefusal: () => undefined,
  }
}

export type FarDesk = {
  readonly client: Client
  readonly child: ChildProcess
  /** Waits until so many calls may come at once, outside what is timed: a bench asks faster than any window may. */
  readonly pace: (calls: number) => Promise<void>
  readonly end: () => Promise<void>
}

const built = fileURLToPath(new URL('../../dist/desk/entry.mjs', import.meta.url))

// A tenth below the door's own rate: the two clocks need not agree.
const paceOf = ({ burst, perSecond }: Rate): FarDesk['pace'] => {
  const mayGo = tokenBucket({ burst: burst * 0.9, perSecond: perSecond * 0.9 }, () => performance.now())
  return async (calls) => {
    for (let taken = 0; taken < calls;) {
      if (mayGo()) taken += 1
      else await new Promise((wake) => setTimeout(wake, 5))
    }
  }
}

/** The packed desk in a process of its own, over the fork channel: what is measured here is the reply. */
export const forkFar = (dataFolder: string): FarDesk => {
  const child = fork(built, [dataFolder], { serialization: 'advanced', execArgv: [] })
  type Port = ConstructorParameters<typeof RPCLink>[0]['port']
  const client: Client = createORPCClient(new RPCLink({ port: portOver(child, Infinity) as unknown as Port }))
  return {
    client,
    child,
    pace: paceOf(windowRate),
    end: async () => {
      const gone = once(child, 'exit')
      if (child.connected) child.disconnect()
      await gone
    },
  }
}

/** Unlocks and waits until the checks after an unlock are through, so that they are in nobody's way. */
export const enterFar = async ({ client, pace }: FarDesk): Promise<void> => {
  const { doors } = await client.session.state()
  await client.session.unlock({ slotId: doors[0]?.slotId ?? '', passphrase, book: 'main' })
  for (let tries = 0; tries < 600; tries += 1) {
    await pace(1)
    if ((await client.audit.verdict()).verdict !== 'unchecked' && tries > 2) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

export const enterHere = async ({ client }: HereDesk): Promise<void> => {
  const { doors } = await client.session.state()
  await client.session.unlock({ slotId: doors[0]?.slotId ?? '', passphrase, book: 'main' })
}

const partSize = 512 * 1024
const mostRows = 200_000

const takeIn = async (here: HereDesk, name: string, bytes: Buffer): Promise<void> => {
  const { client, desk } = here
  const { id } = await client.upload.begin({ name, size: bytes.length })
  for (let no = 0; no * partSize < bytes.length; no += 1)
    await client.upload.part({
      id,
      no,
      bytes: new Blob([new Uint8Array(bytes.subarray(no * partSize, (no + 1) * partSize))]),
    })
  const read = await client.intake.inspect({ uploadId: id, kind: 'client-book' })
  await desk.jobs.finished(read.jobId)
  const seen = await client.intake.preview({ previewId: read.jobId })
  const owners = seen.owners
    .filter((owner) => owner.name !== '')
    .map((owner) => ({ name: owner.name, staffId: owner.staffId ?? ('new' as const) }))
  const { jobId } = await client.intake.apply({ previewId: read.jobId, asOf: '2026-11-20', owners })
  await desk.jobs.finished(jobId)
  const { state } = await client.job.state({ id: jobId })
  if (state !== 'done') throw new Error(`the book was not taken in: ${state}`)
}

/** A vault made and filled the way a branch does it: created, its card confirmed, its book imported; then locked. */
export const buildBook = async (dataFolder: string, clients: number): Promise<Book> => {
  const here = openHere(dataFolder)
  const card = await here.client.session.create({
    bank: '禾川银行',
    branch: '云湖路支行',
    name: '周敏',
    passphrase,
  })
  const answers = card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' }))
  await here.client.session.confirmCard({ answers })
  const names = namesOf(clients, 7)
  for (let from = 0; from < clients; from += mostRows) {
    const rows = Math.min(mostRows, clients - from)
    await takeIn(
      here,
      'book.csv',
      makeBook({ rows, from, names: names.slice(from, from + rows), seed: from + 1 }),
    )
  }
  await here.close()
  return { clients, dataFolder, passphrase }
}
