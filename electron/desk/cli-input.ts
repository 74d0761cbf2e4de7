import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'

// Standard input of a command, bounded like a message on the desk's port.

const sizeLimit = 1024 * 1024

const invalid = (rule: string): Result<never> => fail({ code: 'invalid', issues: [{ path: '', rule }] })

type Chunks = AsyncIterable<Buffer>

/** One JSON value of this shape; nothing of it is ever repeated in a refusal. */
export const readJson = <T>(text: string, schema: z.ZodType<T>): Result<T> => {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return invalid('json')
  }
  const read = schema.safeParse(given)
  if (read.success) return ok(read.data)
  return fail({
    code: 'invalid',
    issues: read.error.issues.map(({ path }) => ({ path: path.join('.'), rule: 'schema' })),
  })
}

/** All of it, refused as soon as it is too much. */
export const readWhole = async (chunks: Chunks): Promise<Result<string>> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of chunks) {
    parts.push(part)
    size += part.length
    if (size > sizeLimit) return invalid('size')
  }
  return ok(Buffer.concat(parts).toString('utf8'))
}

const newline = 10

/** Line by line; one that is too long ends it, because what follows can't be told apart from its rest. */
export async function* linesOf(chunks: Chunks): AsyncGenerator<Result<string>> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      const line = rest.subarray(0, end)
      rest = rest.subarray(end + 1)
      if (line.length > sizeLimit) return yield invalid('size')
      yield ok(line.toString('utf8'))
    }
    if (rest.length > sizeLimit) return yield invalid('size')
  }
  if (rest.length > 0) yield ok(rest.toString('utf8'))
}
