import { ok } from '../../shared/result.ts'
import type { uploadContract } from '../../shared/upload/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'

export const uploadHandlers: Handlers<typeof uploadContract> = {
  begin: (call, { name, size }) => call.desk.uploads.begin(name, size),
  part: async (call, { id, no, bytes }) =>
    call.desk.uploads.part(id, no, Buffer.from(await bytes.arrayBuffer())),
  drop: (call, { id }) => {
    call.desk.uploads.drop(id)
    return ok({})
  },
}
