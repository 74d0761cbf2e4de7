import { command as enCommand } from './en/command.ts'
import { error as enError } from './en/error.ts'
import { session as enSession } from './en/session.ts'
import { settings as enSettings } from './en/settings.ts'
import { ui as enUi } from './en/ui.ts'
import { unlock as enUnlock } from './en/unlock.ts'
import type { KeysOf, Texts } from './texts.ts'
import { command as zhCommand } from './zh-CN/command.ts'
import { error as zhError } from './zh-CN/error.ts'
import { session as zhSession } from './zh-CN/session.ts'
import { settings as zhSettings } from './zh-CN/settings.ts'
import { ui as zhUi } from './zh-CN/ui.ts'
import { unlock as zhUnlock } from './zh-CN/unlock.ts'
import { figure as enFigure } from './en/figure.ts'
import { figure as zhFigure } from './zh-CN/figure.ts'
import { household as enHousehold } from './en/household.ts'
import { household as zhHousehold } from './zh-CN/household.ts'
import { printout as enPrintout } from './en/printout.ts'
import { printout as zhPrintout } from './zh-CN/printout.ts'
import { ratio as enRatio } from './en/ratio.ts'
import { ratio as zhRatio } from './zh-CN/ratio.ts'
import { setup as enSetup } from './en/setup.ts'
import { setup as zhSetup } from './zh-CN/setup.ts'
import { staff as enStaff } from './en/staff.ts'
import { staff as zhStaff } from './zh-CN/staff.ts'
import { statement as enStatement } from './en/statement.ts'
import { statement as zhStatement } from './zh-CN/statement.ts'
import { assessment as enAssessment } from './en/assessment.ts'
import { assessment as zhAssessment } from './zh-CN/assessment.ts'
import { encounter as enEncounter } from './en/encounter.ts'
import { encounter as zhEncounter } from './zh-CN/encounter.ts'
import { exit as enExit } from './en/exit.ts'
import { exit as zhExit } from './zh-CN/exit.ts'
import { face as enFace } from './en/face.ts'
import { face as zhFace } from './zh-CN/face.ts'
import { fit as enFit } from './en/fit.ts'
import { fit as zhFit } from './zh-CN/fit.ts'
import { need as enNeed } from './en/need.ts'
import { need as zhNeed } from './zh-CN/need.ts'
import { client as enClient } from './en/client.ts'
import { client as zhClient } from './zh-CN/client.ts'
import { intake as enIntake } from './en/intake.ts'
import { intake as zhIntake } from './zh-CN/intake.ts'
import { product as enProduct } from './en/product.ts'
import { product as zhProduct } from './zh-CN/product.ts'
import { shell as enShell } from './en/shell.ts'
import { shell as zhShell } from './zh-CN/shell.ts'
import { seal as enSeal } from './en/seal.ts'
import { seal as zhSeal } from './zh-CN/seal.ts'
import { search as enSearch } from './en/search.ts'
import { search as zhSearch } from './zh-CN/search.ts'
import { custody as enCustody } from './en/custody.ts'
import { custody as zhCustody } from './zh-CN/custody.ts'
import { dossier as enDossier } from './en/dossier.ts'
import { dossier as zhDossier } from './zh-CN/dossier.ts'
import { restore as enRestore } from './en/restore.ts'
import { restore as zhRestore } from './zh-CN/restore.ts'

// The two catalogues. A feature adds its import and its name to both; the key of a text is `<feature>.<path>`.
export const zhCN = {
  command: zhCommand,
  shell: zhShell,
  restore: zhRestore,
  seal: zhSeal,
  search: zhSearch,
  custody: zhCustody,
  dossier: zhDossier,
  product: zhProduct,
  intake: zhIntake,
  client: zhClient,
  assessment: zhAssessment,
  encounter: zhEncounter,
  exit: zhExit,
  face: zhFace,
  fit: zhFit,
  need: zhNeed,
  figure: zhFigure,
  household: zhHousehold,
  printout: zhPrintout,
  ratio: zhRatio,
  setup: zhSetup,
  staff: zhStaff,
  statement: zhStatement,
  error: zhError,
  session: zhSession,
  settings: zhSettings,
  ui: zhUi,
  unlock: zhUnlock,
}

export const en = {
  command: enCommand,
  shell: enShell,
  restore: enRestore,
  seal: enSeal,
  search: enSearch,
  custody: enCustody,
  dossier: enDossier,
  product: enProduct,
  intake: enIntake,
  client: enClient,
  assessment: enAssessment,
  encounter: enEncounter,
  exit: enExit,
  face: enFace,
  fit: enFit,
  need: enNeed,
  figure: enFigure,
  household: enHousehold,
  printout: enPrintout,
  ratio: enRatio,
  setup: enSetup,
  staff: enStaff,
  statement: enStatement,
  error: enError,
  session: enSession,
  settings: enSettings,
  ui: enUi,
  unlock: enUnlock,
} satisfies Texts<typeof zhCN>

export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]
export type TextKey = KeysOf<typeof zhCN>
