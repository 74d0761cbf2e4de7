import { judgePassphrase } from '../../shared/vault/passphrase.ts'
import { useText } from '../text/use-text.ts'
import { SecretInput } from '../ui/secret-input.tsx'

export type NewPassphrase = { readonly first: string; readonly again: string }

/** True when the desk will take it: hard enough to guess, and typed the same twice. */
export const isReady = ({ first, again }: NewPassphrase, known: readonly string[]): boolean =>
  first === again && judgePassphrase(first, known).accepted

type Props = {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  /** Words about the person that make a passphrase easy to guess. */
  readonly known: readonly string[]
  readonly label?: string
}

/** A passphrase typed twice, with its strength in words. */
export const NewPassphraseFields = ({ value, onChange, known, label }: Props) => {
  const { t } = useText()
  const { first, again } = value
  const judged = judgePassphrase(first, known)
  const helper = first === '' ? t('unlock.make.passphraseHelp') : t(`unlock.make.strength.${judged.strength}`)
  const refused = first !== '' && !judged.accepted ? { error: t(`unlock.reason.${judged.reason}`) } : {}
  const differs = again !== '' && !first.startsWith(again) ? { error: t('unlock.make.differs') } : {}
  return (
    <>
      <SecretInput
        label={label ?? t('unlock.make.passphrase')}
        name="new-passphrase"
        value={first}
        onChange={(next) => onChange({ first: next, again })}
        helper={helper}
        {...refused}
      />
      <SecretInput
        label={t('unlock.make.again')}
        name="new-passphrase-again"
        value={again}
        onChange={(next) => onChange({ first, again: next })}
        {...differs}
      />
    </>
  )
}
