import type { Contract } from '../../shared/contract.ts'
import { auditHandlers } from '../audit/handlers.ts'
import { backupHandlers } from '../backup/handlers.ts'
import { clientHandlers } from '../client/handlers.ts'
import { draftHandlers } from '../draft/handlers.ts'
import { encounterHandlers } from '../encounter/handlers.ts'
import { intakeHandlers } from '../intake/handlers.ts'
import { jobHandlers } from '../job/handlers.ts'
import { noticeHandlers } from '../notice/handlers.ts'
import { productHandlers } from '../product/handlers.ts'
import { requestHandlers } from '../request/handlers.ts'
import { searchHandlers } from '../search/handlers.ts'
import { sessionHandlers } from '../session/handlers.ts'
import { settingHandlers } from '../setting/handlers.ts'
import { setupHandlers } from '../setup/handlers.ts'
import { staffHandlers } from '../staff/handlers.ts'
import { uploadHandlers } from '../upload/handlers.ts'
import type { Handlers } from './handlers-type.ts'
import { householdHandlers } from '../household/handlers.ts'
import { figureHandlers } from '../figure/handlers.ts'
import { consentHandlers } from '../consent/handlers.ts'
import { statementHandlers } from '../statement/handlers.ts'
import { printoutHandlers } from '../printout/handlers.ts'
import { custodyHandlers } from '../custody/handlers.ts'
import { restoreHandlers } from '../restore/handlers.ts'
import { sealHandlers } from '../seal/handlers.ts'

/** Every feature's handlers joined into one value. One line per feature. */
export const handlers: Handlers<Contract> = {
  client: clientHandlers,
  intake: intakeHandlers,
  product: productHandlers,
  search: searchHandlers,
  session: sessionHandlers,
  staff: staffHandlers,
  setup: setupHandlers,
  setting: settingHandlers,
  draft: draftHandlers,
  notice: noticeHandlers,
  upload: uploadHandlers,
  job: jobHandlers,
  request: requestHandlers,
  audit: auditHandlers,
  encounter: encounterHandlers,
  backup: backupHandlers,
  household: householdHandlers,
  figure: figureHandlers,
  consent: consentHandlers,
  statement: statementHandlers,
  printout: printoutHandlers,
  custody: custodyHandlers,
  restore: restoreHandlers,
  seal: sealHandlers,
}
