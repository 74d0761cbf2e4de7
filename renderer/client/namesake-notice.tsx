import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import type { ClientPage } from '../../shared/client/contract.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

/** Somebody else bears the same name: what tells them apart, and the way over. */
export const NamesakeNotice = ({ namesakes }: Pick<ClientPage, 'namesakes'>) => {
  const { t, language } = useText()
  const navigate = useNavigate()
  return namesakes.map(({ id, name, birthDate, numberTail, owner }) => (
    <Notice
      key={id}
      kind="soon"
      title={t('client.namesakes.title')}
      kept={t('client.namesakes.line', {
        name,
        birth: birthDate === null ? t('ui.state.empty') : dayText(birthDate, language),
        tail: numberTail,
        owner: owner === '' ? t('client.noOwner') : owner,
      })}
      action={
        <Button size="small" onClick={() => void navigate(`/client/${id}`)}>
          {t('client.list.open')}
        </Button>
      }
    />
  ))
}
