import Link from '@mui/material/Link'
import { useText } from '../text/use-text.ts'

/** On the first page of an empty data folder: the vault may live on in a backup. */
export const RestoreLink = ({ onRestore }: { readonly onRestore: () => void }) => {
  const { t } = useText()
  return (
    <Link component="button" type="button" variant="meta" onClick={onRestore}>
      {t('restore.link')}
    </Link>
  )
}
