import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Where the top bar takes the title of the page that is shown. */
export const TitleContext = createContext<HTMLElement | null>(null)

type Props = {
  /** Stands in the top bar. Never in the window's title: that says only the app's name. */
  readonly title: ReactNode
  readonly children: ReactNode
}

export const Page = ({ title, children }: Props) => {
  const box = useContext(TitleContext)
  return (
    <>
      {box && createPortal(title, box)}
      {children}
    </>
  )
}
