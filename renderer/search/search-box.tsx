import ButtonBase from '@mui/material/ButtonBase'
import { mdiMagnify } from '@mdi/js'
import { useEffect, useState } from 'react'
import { useRight } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { SearchDialog } from './search-dialog.tsx'

const box = {
  width: 1,
  height: 32,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-start',
  gap: 2,
  px: 2.5,
  bgcolor: 'raised',
  border: 1,
  borderColor: 'edge',
  borderRadius: 1,
  color: 'text.disabled',
  fontSize: '0.8125rem',
} as const

// By the place of the key, so that it works with the input method on.
const isSearchKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK'

/** In the top bar: a click or Ctrl+K opens the palette. */
export const SearchBox = () => {
  const { t } = useText()
  const mayRead = useRight('client.read')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!mayRead) return
    const press = (event: KeyboardEvent): void => {
      if (!isSearchKey(event)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [mayRead])
  if (!mayRead) return null
  return (
    <>
      <ButtonBase sx={box} title={t('search.open')} onClick={() => setOpen(true)}>
        <Icon path={mdiMagnify} />
        <span style={{ flex: 1, textAlign: 'left' }}>{t('search.input')}</span>
        <Kbd>{'Ctrl K'}</Kbd>
      </ButtonBase>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  )
}
