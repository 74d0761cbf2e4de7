import type { ContactPlan } from '../../shared/contact/model.ts'
import type { Text } from '../text/use-text.ts'

export const contactLine = (contact: ContactPlan, { t }: Pick<Text, 't'>): string => {
  const words = t(`encounter.contact.${contact.kind}`, {
    date: contact.date ?? '',
    time: contact.time,
  }).trim()
  return contact.provisional ? `${words} · ${t('encounter.contact.provisional')}` : words
}
