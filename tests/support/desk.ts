import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/contract'
import { afterAll, expect } from 'vitest'
import { failureSchema, type Failure } from '../../shared/failure.ts'
import type { Right } from '../../shared/staff/rights.ts'
import type { Quick } from '../../electron/quick/port.ts'
import type { LogLine } from '../../electron/log/log.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'
import { recordProcedure } from './evidence.ts'
import { foundBranch } from './hire.ts'
import { openPlainDesk, type PlainDesk, type TestClient } from './plain-desk.ts'

export type { TestClient }

export const passphrase = '云湖路 2026 知音 口令'
export const person = '周敏'

export type TestDesk = PlainDesk & {
  readonly clock: FakeClock
  readonly dataFolder: string
  readonly log: readonly LogLine[]
  readonly exits: readonly number[]
}

type Options = {
  readonly at?: string
  /** An existing data folder to open instead of making a vault. */
  readonly dataFolder?: string
  /** Stop before creating or unlocking anything. */
  readonly closed?: boolean
  /** Let checks after unlock and the backup at lock run by themselves, as in the product. */
  readonly unattended?: boolean
  /** The memory of a host, where quick doors are what is tested. */
  readonly quick?: Quick
  /** Named before each step that can't be taken back; one that throws stands for a kill there. */
  readonly step?: (name: string) => void
}

const folders: string[] = []

export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyin-test-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A desk in this process on a real encrypted vault, spoken to through a real message port. */
export const openTestDesk = async (options: Options = {}): Promise<TestDesk> => {
  const clock = fakeClock(options.at ?? '2026-11-23T08:05:00+08:00')
  const dataFolder = options.dataFolder ?? tempFolder()
  const log: LogLine[] = []
  const exits: number[] = []
  const plain = openPlainDesk({
    clock,
    dataFolder,
    log: (line) => void log.push(line),
    unattended: options.unattended ?? false,
    quick: options.quick ?? null,
    exit: (code) => void exits.push(code),
    ...(options.step ? { step: options.step } : {}),
    recorder: { called: (procedure) => recordProcedure(expect.getState().currentTestName ?? '', procedure) },
  })
  if (!options.closed) await enter(plain.client)
  return { ...plain, clock, dataFolder, log, exits }
}

/** Makes the vault on the first morning, or unlocks it as its first person. */
export const enter = async (client: TestClient): Promise<void> => {
  const { state, doors } = await client.session.state()
  if (state === 'none') {
    await foundBranch(client, { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase })
    return
  }
  const [door] = doors
  if (!door) throw new Error('nobody can unlock this vault')
  await client.session.unlock({ slotId: door.slotId, passphrase, book: 'main' })
}

/** The failure a call ended with; a call that went through is a failed test. */
export const failureFrom = async (call: Promise<unknown>): Promise<Failure> => {
  try {
    await call
  } catch (error) {
    if (error instanceof ORPCError) return failureSchema.parse(error.data)
    throw error
  }
  throw new Error('expected a refusal, but the call went through')
}

/** The same desk with fewer rights, for testing what a person without them is told. */
export const withRights = (test: TestDesk, rights: readonly Right[]): void => {
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  test.desk.setOpen({ ...open, session: { ...open.session, rights } }, () => Promise.resolve())
}
