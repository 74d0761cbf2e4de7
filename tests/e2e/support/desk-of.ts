import { expect, type Page } from '@playwright/test'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../shared/contract.ts'
import { foundBranch, signIn } from '../../support/hire.ts'
import { firstPerson } from './enter.ts'

// The short way in, for stories that begin after the first morning.

/** The desk behind a page, through the same loopback door and with the same session as the page itself. */
export const deskOf = async (page: Page): Promise<ContractRouterClient<Contract>> => {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return createORPCClient(new RPCLink({ url: new URL('/rpc', page.url()).href, headers: { cookie } }))
}

type Deskside = Awaited<ReturnType<typeof deskOf>>

/** Locks, waits for the fresh desk, and lets the next person in without the screens. */
export const changePerson = async (
  desk: Deskside,
  { name, passphrase }: { readonly name: string; readonly passphrase: string },
): Promise<void> => {
  await desk.session.lock()
  // Until the old desk has ended and a fresh one listens, nobody is let in.
  await expect(() => signIn(desk, name, passphrase)).toPass({ intervals: [100], timeout: 30_000 })
}

/** Makes the vault, or unlocks it as its first person, without the screens, and shows the clients. */
export const enterQuickly = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  const { state } = await desk.session.state()
  if (state === 'none') await foundBranch(desk, firstPerson)
  else await signIn(desk, firstPerson.name, firstPerson.passphrase)
  await page.evaluate(() => {
    if (location.hash.length < 3) location.hash = '#/client'
  })
  await page.reload()
}
