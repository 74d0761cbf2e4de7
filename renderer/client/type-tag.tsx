import type { ClientType } from '../../shared/client/model.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

type Props = { readonly type: ClientType; readonly confirmed: boolean }

/** For the manager only: on no client surface. */
export const TypeTag = ({ type, confirmed }: Props) => {
  const { t } = useText()
  return (
    <>
      <Tag tone="blue">{t(`client.type.${type}.name`)}</Tag>
      {!confirmed && <Tag tone="ochre">{t('client.type.unconfirmed')}</Tag>}
    </>
  )
}
