import { randomBytes } from 'node:crypto'
import type { JobKind } from '../desk/job-kind.ts'
import { keepReserve } from '../vault/reserve.ts'

/** Lays the ballast down again where there is room for it; touches nothing of the vault. */
export const reserveJob: JobKind<Record<string, never>, { readonly there: boolean }> = {
  writes: false,
  run: ({ vaultFolder }) => ({ there: keepReserve(vaultFolder, randomBytes) }),
}
