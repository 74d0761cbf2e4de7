import type { Rating } from '../../shared/client/contract.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

/** The bank's risk assessment in one sign; an expired one says so. */
export const RatingTag = ({ rating }: { readonly rating: Rating }) => {
  const { t } = useText()
  const tone = rating.standing === 'valid' ? 'plain' : 'ochre'
  return <Tag tone={tone}>{t(`client.rating.${rating.standing}`, { level: rating.level ?? 0 })}</Tag>
}
