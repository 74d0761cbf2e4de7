import type { Migration } from '../migration.ts'
import { setting } from './0010-setting.ts'
import { staff } from './0020-staff.ts'
import { audit } from './0030-audit.ts'
import { draft } from './0040-draft.ts'
import { request } from './0050-request.ts'
import { client } from './0110-client.ts'
import { product } from './0120-product.ts'
import { search } from './0130-search.ts'
import { intake } from './0140-intake.ts'
import { owner } from './0150-owner.ts'
import { assessment } from './0210-assessment.ts'
import { encounter } from './0220-encounter.ts'
import { need } from './0230-need.ts'
import { fit } from './0240-fit.ts'
import { intent } from './0250-intent.ts'
import { contact } from './0260-contact.ts'
import { needHearer } from './0270-need-hearer.ts'
import { levelConfirmation } from './0280-level-confirmation.ts'
import { household } from './0310-household.ts'
import { figure } from './0320-figure.ts'
import { printout } from './0330-printout.ts'
import { printoutReturn } from './0340-printout-return.ts'
import { consentFigure } from './0350-consent-figure.ts'
import { printoutGround } from './0360-printout-ground.ts'
import { dossier } from './0510-dossier.ts'
import { printoutForm } from './0520-printout-form.ts'
import { custody } from './0530-custody.ts'
import { seal } from './0560-seal.ts'
import { numberOnce } from './0570-number-once.ts'
import { numberOnceMore } from './0580-number-once-more.ts'
import { searchPages } from './0600-search-pages.ts'
import { requestStaff } from './0650-request-staff.ts'
import { quickLookups } from './0660-quick-lookups.ts'
import { moveStays } from './0670-move-stays.ts'
import { moveDeclined } from './0680-move-declined.ts'

// Ground 10–90, people 110–190, meeting 210–290, paper 310–390, people 410–490, dossiers 510–590; in the order of their numbers.
export const migrations: readonly Migration[] = [
  setting,
  staff,
  audit,
  draft,
  request,
  client,
  product,
  search,
  intake,
  owner,
  assessment,
  encounter,
  need,
  fit,
  intent,
  contact,
  needHearer,
  levelConfirmation,
  household,
  figure,
  printout,
  printoutReturn,
  consentFigure,
  printoutGround,
  dossier,
  printoutForm,
  custody,
  seal,
  numberOnce,
  numberOnceMore,
  searchPages,
  requestStaff,
  quickLookups,
  moveStays,
  moveDeclined,
]
