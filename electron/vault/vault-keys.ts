import type { KeyRole, Policy, Suite } from './header.ts'

/** Everything an unlocked person holds. Lives in the desk process only and dies with it. */
export type VaultKeys = {
  readonly vaultId: string
  readonly slotId: string
  /** Vault master key. */
  readonly vmk: Buffer
  /** Raw key of vault.db. */
  readonly dbk: Buffer
  readonly userPrivate: Buffer
  /** Private halves of the key roles this person holds. */
  readonly rolePrivate: Readonly<Partial<Record<KeyRole, Buffer>>>
  readonly rolePublic: Readonly<Partial<Record<KeyRole, Buffer>>>
  /** Somebody else chose the passphrase: it has to be changed first. */
  readonly temporary: boolean
  /** Key roles whose old key was found in the payload at this unlock and was given up. */
  readonly lost?: readonly KeyRole[]
  readonly suite: Suite
  readonly policy: Policy
  /** `mended`: one header copy was lost or altered, and was written again from the genuine one. */
  readonly header: 'whole' | 'mended'
}

type Held = Pick<VaultKeys, 'vmk' | 'userPrivate' | 'rolePrivate'> & { readonly dbk?: Buffer | undefined }

/** Best effort: buffers are overwritten, copies inside the runtime are not. The real wipe is the process's end. */
export const forgetKeys = ({ vmk, dbk, userPrivate, rolePrivate }: Held): void => {
  for (const key of [vmk, dbk, userPrivate, ...Object.values(rolePrivate)]) key?.fill(0)
}
