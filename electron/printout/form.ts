import type { FormContent } from '../../shared/printout/form.ts'
import type { FormKind } from '../../shared/printout/kinds.ts'
import type { Printout } from '../../shared/printout/model.ts'
import { mayBeSeenNow } from '../../shared/printout/rules.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { ReadCall, WriteCall } from '../desk/call.ts'
import { isFaceUp } from '../encounter/face-up.ts'
import { currentPolicy } from '../setting/repository.ts'
import { enter, sealed, type Started } from './enter.ts'
import { missingGlyphs } from './glyphs.ts'
import { keepPreview } from './jobs.ts'

// The way of every form but the statement onto paper: a feature makes the content, this does the rest.

export type FormPrint = {
  readonly kind: FormKind
  readonly content: FormContent
  /** The client it belongs to; null for a form about nobody alone. */
  readonly clientId: number | null
  /** What it is about within its kind, such as a day: its copies count together. */
  readonly subject: string
  readonly way: Printout['way']
  readonly glyphsAccepted: boolean
}

type Previewed = { readonly job: string; readonly glyphs: string[] }

/** A preview: watermark, no number, nothing written. */
export const previewForm = (
  call: Pick<ReadCall, 'db' | 'desk' | 'session' | 'zone' | 'now' | 'today' | 'ports'>,
  kind: FormKind,
  content: FormContent,
): Result<Previewed> => {
  const seen = mayBeSeenNow(kind, isFaceUp(call))
  if (!seen.ok) return seen
  const { bank, branch } = currentPolicy(call.db)
  return ok({
    job: keepPreview(call, { printed: { kind: 'form', content }, kind, clientIds: [], asked: null }),
    glyphs: [...missingGlyphs([content, bank, branch, call.session.name])],
  })
}

/** Number, ledger line and audit line in the caller's transaction; the paper comes after. */
export const startForm = (call: WriteCall, form: FormPrint): Result<Started> => {
  const { kind, clientId, subject, content, way, glyphsAccepted } = form
  const seen = mayBeSeenNow(kind, isFaceUp(call))
  if (!seen.ok) return seen
  if (!glyphsAccepted && missingGlyphs(content).length > 0) return refuse('printout.refusal.glyph')
  const text = JSON.stringify(content)
  const wanted = { kind, clientId, subject, asOf: content.asOf, content: text, duplicateOf: null, way }
  return sealed(call, enter(call, wanted), 'printout.started')
}
