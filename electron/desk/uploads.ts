import { fail, ok, type Result } from '../../shared/result.ts'
import { partLimit, uploadLimit } from '../../shared/upload/contract.ts'

type Upload = { id: number; name: string; size: number; parts: Buffer[]; received: number }

export type Uploads = {
  readonly begin: (name: string, size: number) => Result<{ id: number }>
  readonly part: (id: number, no: number, bytes: Buffer) => Result<{ received: number }>
  /** The whole file, once all of it is here. */
  readonly whole: (id: number) => Result<{ name: string; bytes: Buffer }>
  readonly drop: (id: number) => void
}

/** A file on its way in, in memory only: never a path from the window, never a temp file. */
export const createUploads = (): Uploads => {
  let next = 1
  let current: Upload | null = null
  const found = (id: number): Upload | null => (current && current.id === id ? current : null)
  return {
    begin: (name, size) => {
      if (size > uploadLimit) return fail({ code: 'invalid', issues: [{ path: 'size', rule: 'too-big' }] })
      // A new upload replaces an abandoned one: a window that went away must not block the next.
      current = { id: next, name, size, parts: [], received: 0 }
      next += 1
      return ok({ id: current.id })
    },
    part: (id, no, bytes) => {
      const upload = found(id)
      if (!upload) return fail({ code: 'not-found', what: 'upload' })
      const fits = bytes.length <= partLimit && upload.received + bytes.length <= upload.size
      if (no !== upload.parts.length || !fits)
        return fail({ code: 'invalid', issues: [{ path: 'bytes', rule: 'out-of-order' }] })
      upload.parts.push(bytes)
      upload.received += bytes.length
      return ok({ received: upload.received })
    },
    whole: (id) => {
      const upload = found(id)
      if (!upload) return fail({ code: 'not-found', what: 'upload' })
      if (upload.received !== upload.size)
        return fail({ code: 'invalid', issues: [{ path: 'bytes', rule: 'incomplete' }] })
      return ok({ name: upload.name, bytes: Buffer.concat(upload.parts) })
    },
    drop: (id) => {
      if (found(id)) current = null
    },
  }
}
