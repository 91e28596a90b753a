import { type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Menu } from '../ui/menu.tsx'
import { chooseLanguage, useMe } from './me.ts'
import { leaving } from './leaving.ts'

/** The menu of the person who sits here. */
export function MyMenu (): ReactNode {
  const me = useMe()
  const [, go] = useLocation()
  const person = me.kind === 'known' ? me.person : null
  return <Menu person={person} onLanguage={language => { void chooseLanguage(language) }} onSignOut={() => { go('/ut', { state: leaving }) }} />
}
