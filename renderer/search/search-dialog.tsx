import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { mdiMagnify } from '@mdi/js'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import type { Found } from '../../shared/search/contract.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { FoundList, optionId } from './found-list.tsx'
import { useFind } from './use-find.ts'

// For a screen reader only: the field beside it says the same to the eye.
const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

const step = (key: string): number => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0)

/** Says how many were found, or what to type instead. */
const Word = ({ q, finding }: { readonly q: string; readonly finding: ReturnType<typeof useFind> }) => {
  const { t } = useText()
  const { rows, hint, done } = finding
  const word = (): string => {
    if (q.trim() === '') return t('search.hint')
    if (hint === 'tail-or-whole') return t('search.tail-or-whole')
    if (hint === 'more') return t('search.more', { n: rows.length })
    if (rows.length > 0) return t('search.found', { n: rows.length })
    return done ? t('search.none') : ''
  }
  return (
    <Typography role="status" variant="body2" color="text.secondary" sx={{ px: 4, py: 2 }}>
      {word()}
    </Typography>
  )
}

type Chosen = { readonly q: string; readonly at: number }

export const SearchDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText()
  const navigate = useNavigate()
  const titleId = useId()
  const [{ q, at }, setChosen] = useState<Chosen>({ q: '', at: 0 })
  const finding = useFind(q)
  const { rows } = finding
  const chosen = Math.min(at, Math.max(rows.length - 1, 0))
  const pick = ({ id }: Found): void => {
    onClose()
    void navigate(`/client/${id}`)
  }
  const press = (event: KeyboardEvent): void => {
    // A key that belongs to the input method (choosing a word, ending it with Enter) is not for the list.
    if (event.nativeEvent.isComposing) return
    const move = step(event.key)
    if (move !== 0 && rows.length > 0) {
      event.preventDefault()
      setChosen({ q, at: (chosen + move + rows.length) % rows.length })
    }
    const row = rows[chosen]
    if (event.key === 'Enter' && row && finding.done) pick(row)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <h2 id={titleId} style={unseen}>
        {t('search.title')}
      </h2>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, borderBottom: 1, borderColor: 'divider' }}
      >
        <Icon path={mdiMagnify} />
        <InputBase
          autoFocus
          fullWidth
          value={q}
          placeholder={t('search.input')}
          onChange={(event) => setChosen({ q: event.target.value, at: 0 })}
          onKeyDown={press}
          sx={{ height: 48, fontSize: '1rem' }}
          inputProps={{
            role: 'combobox',
            'aria-label': t('search.title'),
            'aria-expanded': rows.length > 0,
            'aria-controls': 'found',
            'aria-activedescendant': rows.length > 0 ? optionId(chosen) : undefined,
            autoComplete: 'off',
            spellCheck: false,
            maxLength: 80,
          }}
        />
      </Box>
      <FoundList rows={rows} chosen={chosen} onPick={pick} />
      <Word q={q} finding={finding} />
    </Dialog>
  )
}
