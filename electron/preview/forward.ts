import { os, type AnyRouter } from '@orpc/server'
import { ORPCError } from '@orpc/client'
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'
import { DeskStopped, type CallDesk } from './desk-process.ts'

// The contract once more, with every procedure passed on to the desk. Nothing is checked here: the desk's
// router is the one check of input, and a procedure that isn't in the contract doesn't exist.

/** Carried along untouched, so that a refusal reaches the window as the declared error it was. */
const passed = { FAILED: { status: 409, message: 'FAILED', data: z.custom<Failure>() } }

export const failed = (failure: Failure): ORPCError<'FAILED', Failure> =>
  new ORPCError('FAILED', { status: 409, message: 'FAILED', data: failure })

export const forwardContract = (contract: AnyContractRouter, call: CallDesk): AnyRouter =>
  forwardAt(contract, call, [])

const forwardAt = (at: AnyContractRouter, call: CallDesk, path: readonly string[]): AnyRouter => {
  if (isContractProcedure(at)) return forwardOne(call, path)
  return Object.fromEntries(
    Object.entries(at).map(([name, inner]) => [name, forwardAt(inner, call, [...path, name])]),
  )
}

const forwardOne = (call: CallDesk, path: readonly string[]): AnyRouter =>
  os
    .errors(passed)
    .input(z.unknown())
    .handler(async ({ input, signal }) => {
      try {
        return await call(path, input, signal)
      } catch (error) {
        if (error instanceof DeskStopped) throw failed({ code: 'stopped' })
        throw error
      }
    })

/** Procedures that need nobody unlocked, by path: they wait for a new desk instead of being refused. */
export const openPaths = (at: AnyContractRouter, path: readonly string[] = []): readonly string[] => {
  if (!isContractProcedure(at))
    return Object.entries(at).flatMap(([name, inner]) => openPaths(inner, [...path, name]))
  const meta: Readonly<Record<string, unknown>> = at['~orpc'].meta
  return meta['access'] === 'open' ? [path.join('/')] : []
}
