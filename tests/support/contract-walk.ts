import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import fc from 'fast-check'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import type { GuardedMeta, OpenMeta } from '../../shared/procedure.ts'

export type Door = {
  readonly path: readonly string[]
  readonly name: string
  readonly meta: OpenMeta | GuardedMeta
  readonly input: z.ZodType | undefined
  readonly output: z.ZodType | undefined
}

type Tree = { readonly [key: string]: AnyContractProcedure | Tree }

const walk = (tree: Tree, above: readonly string[]): Door[] =>
  Object.entries(tree).flatMap(([key, part]) => {
    const path = [...above, key]
    if (!isContractProcedure(part)) return walk(part as Tree, path)
    const { meta, inputSchema, outputSchema } = part['~orpc']
    return [
      {
        path,
        name: path.join('.'),
        meta: meta as OpenMeta | GuardedMeta,
        input: inputSchema as z.ZodType | undefined,
        output: outputSchema as z.ZodType | undefined,
      },
    ]
  })

/** Every procedure of the contract. */
export const doors: readonly Door[] = walk(contract as unknown as Tree, [])

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly additionalProperties?: Schema | boolean
}

// Texts a hostile or hurried user might type; each must come back as data, never as code or as a crash.
const texts = fc.oneof(
  fc.constantFrom(
    '张伟',
    "'; DROP TABLE client; --",
    '<img src=x onerror=alert(1)>',
    '\u0000',
    '𠮷田',
    '‮',
    '=1+1',
    '2026-11-23',
    '%',
    '"*',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

// Days are texts with a rule no schema can show; without a share of real ones such inputs would never fit.
const days = fc.constantFrom('2026-11-23', '2026-11-20', '1985-02-28', '2028-02-29')

const textFrom = ({ minLength = 0, maxLength = 40, pattern }: Schema): fc.Arbitrary<unknown> => {
  const long = Math.max(minLength, Math.min(maxLength, 40))
  const sized = fc.string({ minLength, maxLength: long })
  const shaped = pattern === undefined ? sized : fc.stringMatching(new RegExp(pattern))
  return fc.oneof(texts, { weight: 2, arbitrary: shaped }, days)
}

const numberFrom = (schema: Schema, whole: boolean): fc.Arbitrary<unknown> => {
  const min = Math.max(schema.minimum ?? -1e6, Number.MIN_SAFE_INTEGER)
  const max = Math.min(schema.maximum ?? 1e6, Number.MAX_SAFE_INTEGER)
  const integers = fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(Math.max(min, max)) }))
  return whole
    ? fc.oneof(integers, fc.constantFrom(...[1, 2, 3].filter((n) => n >= min && n <= max)))
    : integers
}

const objectFrom = (schema: Schema): fc.Arbitrary<unknown> => {
  const model = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, part]) => [key, arbitraryOf(part)]),
  )
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] })
}

/** Values of the right shape with hostile contents. */
export const arbitraryOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(arbitraryOf))
  if (schema.allOf?.[0]) return arbitraryOf({ ...schema.allOf[0], ...schema.allOf[1] })
  switch (schema.type) {
    case 'object':
      return objectFrom(schema)
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 4, 4)),
      })
    case 'string':
      return textFrom(schema)
    case 'integer':
      return numberFrom(schema, true)
    case 'number':
      return numberFrom(schema, false)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.oneof(texts, fc.integer(), fc.constant(null))
  }
}

export const inputOf = (door: Door): fc.Arbitrary<unknown> =>
  door.input
    ? arbitraryOf(z.toJSONSchema(door.input, { unrepresentable: 'any', io: 'input' }) as Schema)
    : fc.constant(undefined)
