/**
 * The passphrase as typed, in one Unicode form and never trimmed. A second form is tried once for text that is not
 * plain ASCII: input methods produce full-width digits and letters that look the same.
 */
export const passphraseForms = (typed: string): readonly Buffer[] => {
  const first = typed.normalize('NFC')
  const second = typed.normalize('NFKC')
  const isAscii = /^[\x20-\x7e]*$/.test(typed)
  return isAscii || second === first ? [Buffer.from(first)] : [Buffer.from(first), Buffer.from(second)]
}

/** The form a new passphrase is stored under. */
export const passphraseBytes = (typed: string): Buffer => Buffer.from(typed.normalize('NFC'))
