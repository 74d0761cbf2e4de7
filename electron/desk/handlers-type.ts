import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { GuardedMeta, OpenMeta } from '../../shared/procedure.ts'
import type { Result } from '../../shared/result.ts'
import type { ActCall, OpenCall, ReadCall, WriteCall } from './call.ts'

type Later<T> = T | Promise<T>

// What a handler may do follows from how its procedure was declared: a write can't be asynchronous, a read can't write.
type Handler<I extends AnySchema, O extends AnySchema, M> = M extends OpenMeta
  ? (call: OpenCall, input: InferSchemaOutput<I>) => Later<Result<InferSchemaInput<O>>>
  : M extends GuardedMeta<'read'>
    ? (call: ReadCall, input: InferSchemaOutput<I>) => Later<Result<InferSchemaInput<O>>>
    : M extends GuardedMeta<'write'>
      ? (call: WriteCall, input: InferSchemaOutput<I>) => Result<InferSchemaInput<O>>
      : (call: ActCall, input: InferSchemaOutput<I>) => Later<Result<InferSchemaInput<O>>>

/** One handler per procedure of a feature's contract, each giving a value or a refusal. */
export type Handlers<C> = {
  readonly [K in keyof C]: C[K] extends ContractProcedure<infer I, infer O, infer _E, infer M>
    ? Handler<I, O, M>
    : Handlers<C[K]>
}
