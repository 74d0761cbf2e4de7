import { auditContract } from './audit/contract.ts'
import { clientContract } from './client/contract.ts'
import { backupContract } from './backup/contract.ts'
import { draftContract } from './draft/contract.ts'
import { encounterContract } from './encounter/contract.ts'
import { intakeContract } from './intake/contract.ts'
import { jobContract } from './job/contract.ts'
import { noticeContract } from './notice/contract.ts'
import { productContract } from './product/contract.ts'
import { requestContract } from './request/contract.ts'
import { searchContract } from './search/contract.ts'
import { sessionContract } from './session/contract.ts'
import { settingContract } from './setting/contract.ts'
import { setupContract } from './setup/contract.ts'
import { staffContract } from './staff/contract.ts'
import { uploadContract } from './upload/contract.ts'
import { householdContract } from './household/contract.ts'
import { figureContract } from './figure/contract.ts'
import { consentContract } from './consent/contract.ts'
import { statementContract } from './statement/contract.ts'
import { printoutContract } from './printout/contract.ts'
import { custodyContract } from './custody/contract.ts'
import { restoreContract } from './restore/contract.ts'
import { sealContract } from './seal/contract.ts'

/** The only door between a window and the desk: what is not here does not exist. One line per feature. */
export const contract = {
  client: clientContract,
  intake: intakeContract,
  product: productContract,
  search: searchContract,
  session: sessionContract,
  staff: staffContract,
  setup: setupContract,
  setting: settingContract,
  draft: draftContract,
  notice: noticeContract,
  upload: uploadContract,
  job: jobContract,
  request: requestContract,
  audit: auditContract,
  encounter: encounterContract,
  backup: backupContract,
  household: householdContract,
  figure: figureContract,
  consent: consentContract,
  statement: statementContract,
  printout: printoutContract,
  custody: custodyContract,
  restore: restoreContract,
  seal: sealContract,
}

export type Contract = typeof contract
