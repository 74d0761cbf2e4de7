import { randomBytes } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract.ts'
import { composeDesk } from '../../electron/desk/compose.ts'
import type { Desk } from '../../electron/desk/desk.ts'
import type { Ports } from '../../electron/desk/ports.ts'
import { serve } from '../../electron/desk/serve.ts'
import { settingsSchema, type SettingsValues } from '../../electron/settings/settings.ts'
import { testCost } from './test-cost.ts'

export type TestClient = ContractRouterClient<Contract>

export type PlainDesk = {
  readonly client: TestClient
  readonly desk: Desk
  /** Locks as the screen does; the same folder can be opened again. */
  readonly lock: () => Promise<void>
}

const memorySettings = () => {
  let values: SettingsValues = settingsSchema.parse({})
  return {
    get: <K extends keyof SettingsValues>(key: K) => values[key],
    set: <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]) => {
      values = { ...values, [key]: value }
    },
  }
}

type Given = Pick<Ports, 'clock' | 'dataFolder'> & Partial<Ports>

/** The product's desk in this process, spoken to through a real message port; it knows of no test runner. */
export const openPlainDesk = (given: Given): PlainDesk => {
  const { desk, router } = composeDesk({
    settings: memorySettings(),
    log: () => undefined,
    random: (bytes) => randomBytes(bytes),
    kdfCost: testCost,
    unattended: false,
    quick: null,
    exit: () => undefined,
    ...given,
  })
  const { port1, port2 } = new MessageChannel()
  serve(router, port2 as unknown as Parameters<typeof serve>[1])
  const client: TestClient = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  const lock = async (): Promise<void> => {
    await desk.lock()
    port1.close()
  }
  return { client, desk, lock }
}
