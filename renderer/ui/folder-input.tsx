import Button from '@mui/material/Button'
import { useText } from '../text/use-text.ts'
import { TextInput, type TextInputProps } from './text-input.tsx'

/** A folder's whole path: typed, or chosen in the system's own dialog where a shell has one. */
export const FolderInput = (props: TextInputProps) => {
  const { t } = useText()
  const shell = window.zhiyin
  const choose = async (): Promise<void> => {
    // The shell refuses a question too many, or one from a window that is going: then nothing was chosen.
    const folder = await shell?.chooseFolder().catch(() => null)
    if (folder) props.onChange(folder)
  }
  const button = (
    <Button
      variant="text"
      size="small"
      disabled={props.disabled}
      onClick={() => void choose()}
      sx={{ flex: 'none' }}
    >
      {t('ui.action.chooseFolder')}
    </Button>
  )
  return <TextInput {...props} {...(shell ? { end: button } : {})} />
}
