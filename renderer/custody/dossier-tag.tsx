import { mdiLockOutline } from '@mdi/js'
import type { DossierTag as Where } from '../../shared/dossier/model.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

/** 入柜 / 在外 / 待接收 / 封存 beside a name; nothing for a dossier that lies open. */
export const DossierTag = ({ dossier }: { readonly dossier: Where | null }) => {
  const { t } = useText()
  if (dossier === null) return null
  const { state, holder } = dossier
  return (
    <Tag {...(state === 'sealed' ? { icon: mdiLockOutline } : {})}>
      {t(`dossier.tag.${state}`, { holder })}
    </Tag>
  )
}
