import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import type { GuardedMeta, OpenMeta } from '../../shared/procedure.ts'
import { restoreRight } from '../restore/sign-restore.ts'
import { restoreRequest } from './cli-restore.ts'

// What the command line can call: the contract as it stands, a few names people look for, and the restore.

export type Procedure = {
  readonly name: string
  readonly path: readonly string[]
  readonly meta: OpenMeta | GuardedMeta
  readonly input: z.ZodType | undefined
  readonly output: z.ZodType | undefined
}

type Tree = { readonly [key: string]: AnyContractProcedure | Tree }

const walk = (tree: Tree, above: readonly string[]): Procedure[] =>
  Object.entries(tree).flatMap(([key, part]) => {
    const path = [...above, key]
    if (!isContractProcedure(part)) return walk(part as Tree, path)
    const { meta, inputSchema, outputSchema } = part['~orpc']
    const [input, output] = [inputSchema, outputSchema] as (z.ZodType | undefined)[]
    return [{ name: path.join('.'), path, meta: meta as OpenMeta | GuardedMeta, input, output }]
  })

const procedures = new Map(walk(contract, []).map((one) => [one.name, one]))

/** The vault as somebody without a window thinks of it; the desk knows these as the session's. */
export const aliases: Readonly<Record<string, string>> = {
  'vault.create': 'session.create',
  'vault.state': 'session.state',
  'vault.openSample': 'session.openSample',
}

/** Calls that say something about a window; without one they would be a lie. */
export const needsWindow: Readonly<Record<string, string>> = {
  'session.touch': 'it tells that somebody works at a window',
  'session.place': 'it notes where a window stands',
  'session.unlock': 'every call unlocks by itself; give the passphrase beside the input',
  'session.lock': 'every call locks at its end',
  'session.setPin': 'a PIN lives in the memory of the running app',
  'session.dropPin': 'a PIN lives in the memory of the running app',
  'session.unlockQuick': 'a PIN lives in the memory of the running app',
  'notice.next': 'it waits for what other windows do',
  'job.cancel': 'the command waits for its job; end the command instead',
}

/** Calls that need what an earlier call left in the desk's memory. */
export const needsBatch: Readonly<Record<string, string>> = {
  'upload.begin': 'an upload lives in the memory of one run',
  'upload.part': 'an upload lives in the memory of one run',
  'upload.drop': 'an upload lives in the memory of one run',
  'intake.inspect': 'the uploaded file lives in the memory of one run',
  'intake.preview': 'what was read of a file lives in the memory of one run',
  'intake.lines': 'what was read of a file lives in the memory of one run',
  'intake.apply': 'what was read of a file lives in the memory of one run',
  'intake.result': 'the report lives in the memory of one run',
  'session.confirmCard': 'the card asked back is the one shown in the same run',
  'job.state': 'a job belongs to one run',
  'printout.page': 'the sheet of a number is kept for one run',
}

/** Calls that put a vault where there was none; any other needs a data folder that is there. */
export const makesVault: ReadonlySet<string> = new Set([
  'session.create',
  'session.openSample',
  'restore.start',
])

/** By the contract's name or one of the aliases. */
export const findProcedure = (name: string): Procedure | undefined =>
  procedures.get(Object.hasOwn(aliases, name) ? (aliases[name] ?? '') : name)

export const restoreName = 'vault.restore'

export const knownNames = (): readonly string[] => [
  restoreName,
  ...Object.keys(aliases),
  ...procedures.keys(),
]

const schemaOf = (schema: z.ZodType | undefined, io: 'input' | 'output'): unknown =>
  schema === undefined ? null : z.toJSONSchema(schema, { unrepresentable: 'any', io })

const describe = ({ name, meta, input, output }: Procedure): Readonly<Record<string, unknown>> => ({
  procedure: name,
  kind: meta.kind,
  access: meta.access,
  right: meta.access === 'open' ? null : meta.right,
  ...(name in needsWindow ? { refused: needsWindow[name] } : {}),
  ...(name in needsBatch ? { onlyInBatch: needsBatch[name] } : {}),
  input: schemaOf(input, 'input'),
  output: schemaOf(output, 'output'),
})

/** Everything behind `--list`: kind, right and schema of each procedure. */
export const listProcedures = (): readonly unknown[] => [
  {
    procedure: restoreName,
    kind: 'act',
    access: 'open',
    right: restoreRight,
    stdin: z.toJSONSchema(restoreRequest),
  },
  ...Object.entries(aliases).map(([procedure, means]) => ({ procedure, means })),
  ...[...procedures.values()].map(describe),
]
