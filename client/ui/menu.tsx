import { Button, Dropdown } from '@digdir/designsystemet-react'
import { pagePath } from '@samskriv/shared/api'
import { languages } from '@samskriv/shared/base'
import { CheckmarkIcon, LeaveIcon, MenuHamburgerIcon } from '@navikt/aksel-icons'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../i18n/index.ts'
import { chooseScheme, chosenScheme, schemes } from './scheme.ts'
import './menu.css'

/** Who sits here, and what the menu can do for them. `person` null: nobody is signed in. */
export interface MenuProps {
  readonly person: { readonly name: string, readonly admin: boolean } | null
  readonly onLanguage: (language: (typeof languages)[number]) => void
  readonly onSignOut: () => void
}

const languageNames = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const

function Choice ({ chosen, onChoose, lang, children }: { readonly chosen: boolean, readonly onChoose: () => void, readonly lang?: string, readonly children: ReactNode }): ReactNode {
  return (
    <Dropdown.Item>
      <Dropdown.Button aria-pressed={chosen} lang={lang} onClick={onChoose}>
        <span className='ss-menu-check' aria-hidden='true'>{chosen ? <CheckmarkIcon /> : null}</span>
        {children}
      </Dropdown.Button>
    </Dropdown.Item>
  )
}

/** Language, colours, people (for an administrator) and the way out. */
export function Menu ({ person, onLanguage, onSignOut }: MenuProps): ReactNode {
  const t = useText('shell')
  const id = useId()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  // The page may change behind the menu without the menu going away.
  const close = (): void => { setOpen(false) }
  const [scheme, setScheme] = useState(chosenScheme)
  const schemeText = { auto: t('schemeAuto'), light: t('schemeLight'), dark: t('schemeDark') }
  return (
    <>
      <Button variant='tertiary' data-color='neutral' icon aria-label={t('menu')} title={t('menu')} popoverTarget={id} aria-expanded={open}>
        <MenuHamburgerIcon aria-hidden='true' />
      </Button>
      <Dropdown id={id} className='ss-menu' placement='bottom-end' data-size='sm' open={open} onOpen={() => { setOpen(true) }} onClose={close}>
        {person !== null && <p className='ss-menu-person'>{t('signedInAs', { name: person.name })}</p>}
        {person !== null && (
          <Dropdown.List>
            <Dropdown.Item><Dropdown.Button asChild><Link href='/' onClick={close}>{t('myList')}</Link></Dropdown.Button></Dropdown.Item>
            {person.admin && <Dropdown.Item><Dropdown.Button asChild><Link href='/admin' onClick={close}>{t('admin')}</Link></Dropdown.Button></Dropdown.Item>}
            {person.admin && <Dropdown.Item><Dropdown.Button asChild><Link href={pagePath.adminAudit} onClick={close}>{t('adminLog')}</Link></Dropdown.Button></Dropdown.Item>}
          </Dropdown.List>
        )}
        <Dropdown.List>
          <Dropdown.Item><Dropdown.Button asChild><Link href={pagePath.check} onClick={close}>{t('checkFile')}</Link></Dropdown.Button></Dropdown.Item>
        </Dropdown.List>
        <Dropdown.Heading>{t('language')}</Dropdown.Heading>
        <Dropdown.List>
          {languages.map(one => <Choice key={one} lang={one} chosen={one === language} onChoose={() => { onLanguage(one) }}>{languageNames[one]}</Choice>)}
        </Dropdown.List>
        <Dropdown.Heading>{t('scheme')}</Dropdown.Heading>
        <Dropdown.List>
          {schemes.map(one => <Choice key={one} chosen={one === scheme} onChoose={() => { setScheme(one); chooseScheme(one) }}>{schemeText[one]}</Choice>)}
        </Dropdown.List>
        {person !== null && (
          <Dropdown.List className='ss-menu-last'>
            <Dropdown.Item><Dropdown.Button onClick={onSignOut}><LeaveIcon aria-hidden='true' />{t('signOut')}</Dropdown.Button></Dropdown.Item>
          </Dropdown.List>
        )}
      </Dropdown>
    </>
  )
}
