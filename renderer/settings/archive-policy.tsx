import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Policy } from '../../shared/setting/contract.ts'
import { useText } from '../text/use-text.ts'
import type { Durable } from '../ui/field-mark.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Name = 'branchCode' | 'keeperFrom' | 'keeperUntil'

type Props = {
  readonly policy: Policy
  readonly put: (change: Partial<Policy>) => void
  readonly durable: (name: Name) => { readonly durable?: Durable }
  readonly mayEdit: boolean
}

const names: readonly Name[] = ['branchCode', 'keeperFrom', 'keeperUntil']

/** What stands in front of a dossier's number, and when its keeper is there. */
export const ArchivePolicy = ({ policy, put, durable, mayEdit }: Props) => {
  const { t } = useText()
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({})
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', columnGap: 4, pt: 1 }}>
      {names.map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(`settings.archive.${name}`)}
          helper={t(`settings.archive.${name}Hint`)}
          value={typed[name] ?? policy[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          onCommit={(value) => put({ [name]: value.trim() })}
          disabled={!mayEdit}
          {...durable(name)}
        />
      ))}
    </Box>
  )
}
