import type { Failure } from './failure.ts'

/** A rule's answer: the value, or a refusal the user can act on. Refusals are values; only bugs throw. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (failure: Failure): Result<never> => ({ ok: false, failure })

/** A bank rule says no. `rule` names its text key `<feature>.refusal.<rule>`; reasons are text keys too. */
export const refuse = (
  rule: string,
  params: Readonly<Record<string, string | number>> = {},
  reasons: readonly string[] = [],
): Result<never> => fail({ code: 'refused', rule, params: { ...params }, reasons: [...reasons] })

/** Closes a union: a new member that is not handled is a compile error. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case ${JSON.stringify(value)}`)
}
