import { Component } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import { FullPage } from './full-page.tsx'

const Broken = () => {
  const { t } = useText()
  return <FullPage title={t('ui.state.brokenTitle')} text={t('ui.state.brokenText')} />
}

type Props = { readonly children: ReactNode }

/** A class because React offers no other way to catch what a screen throws while it is drawn. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
