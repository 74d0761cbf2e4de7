import type { DamagedPages } from '../../shared/audit/damaged-pages.ts'
import type { Text } from './use-text.ts'

/** Which pages can't be read, for whoever repairs the disk; empty when none is known. */
export const pagesText = ({ pages, more }: DamagedPages, { t }: Pick<Text, 't'>): string => {
  if (pages.length === 0) return ''
  const named = pages.join(t('ui.list.comma'))
  return more === 0
    ? t('session.damage.pages', { pages: named })
    : t('session.damage.andMore', { pages: named, more })
}
