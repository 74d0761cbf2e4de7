import { useMutation } from '@tanstack/react-query'
import type { Failure } from '../../shared/failure.ts'
import { failureOf } from '../desk/desk-failure.ts'

export type Act<Input> = {
  readonly run: (input: Input) => void
  readonly busy: boolean
  readonly failure: Failure | null
  readonly reset: () => void
}

/** One request that does something, with its failure as a value the screen can put into words. */
export const useAct = <Input, Output>(
  work: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Act<Input> => {
  const { mutate, isPending, error, reset } = useMutation<Output, unknown, Input>({
    mutationFn: work,
    onSuccess: (output, input) => onDone?.(output, input),
  })
  return { run: (input) => mutate(input), busy: isPending, failure: error ? failureOf(error) : null, reset }
}
