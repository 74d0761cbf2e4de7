import { ok } from '../../shared/result.ts'
import type { noticeContract } from '../../shared/notice/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'

export const noticeHandlers: Handlers<typeof noticeContract> = {
  next: async (call, { after, waitMs }) => ok(await call.desk.notices.next(after, waitMs)),
}
