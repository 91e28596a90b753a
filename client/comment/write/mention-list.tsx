import { type ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { PersonAvatar } from '../../ui/person-avatar.tsx'
import { colorIn, usePanelSetting } from '../panel/setting.ts'
import type { Mentions } from './use-mentions.ts'

/** The people offered after an `@`. The focus stays in the text: the keys there move through the list. */
export function MentionList ({ id, mentions }: { readonly id: string, readonly mentions: Mentions }): ReactNode {
  const t = useText('comment')
  const setting = usePanelSetting()
  if (mentions.offered.length === 0) return null
  return (
    // Options with a face: no native list can show them, and the text beside keeps the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role
    <ul className='ss-mentions' id={id} role='listbox' aria-label={t('mentionWho')}>
      {mentions.offered.map((person, index) => (
        // What the keys do stands at the text, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <li
          key={person.id} id={`${id}-${person.id}`} aria-selected={index === mentions.active} className='ss-mention-option'
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role
          role='option'
          onMouseDown={event => { event.preventDefault() }} onMouseEnter={() => { mentions.setActive(index) }} onClick={() => { mentions.take(person) }}
        >
          <PersonAvatar small name={person.name} color={colorIn(setting, person.id)} />{person.name}
        </li>
      ))}
    </ul>
  )
}
