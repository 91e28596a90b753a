import { roles } from '@samskriv/shared/access'
import type { AuditEntryView, AuditPerson } from '@samskriv/shared/api'
import type { AuditAttempt } from '@samskriv/shared/workflow'
import type { TextKey, Translate } from '../i18n/index.ts'

type Key = TextKey<'audit'>

const kinds: Readonly<Record<string, Key>> = {
  'start': 'kindStart', 'invite': 'kindInvite', 'invite-starter': 'kindInviteStarter', 'invite-administrator': 'kindInviteAdministrator', 'give-sign-in-link': 'kindGiveSignInLink',
  'revoke-invitation': 'kindRevoke', 'use-link': 'kindLink', 'remove-member': 'kindRemove', 'lock': 'kindLock', 'reopen': 'kindReopen', 'deliver': 'kindDeliver', 'make-signing-key': 'kindMakeKey',
  'name-version': 'kindNameVersion', 'before-intake': 'kindBeforeIntake', 'restore': 'kindRestore', 'propose': 'kindPropose', 'settle-proposal': 'kindSettle',
  'change-name': 'kindChangeName', 'add-image': 'kindAddImage', 'read': 'kindRead', 'export': 'kindExport', 'write': 'kindWrite',
  'comment': 'kindComment', 'reply': 'kindReply', 'edit-comment': 'kindEditComment', 'delete-comment': 'kindDeleteComment',
  'resolve-thread': 'kindResolve', 'reopen-thread': 'kindReopenThread',
  'open-round': 'kindOpenRound', 'move-deadline': 'kindMoveDeadline', 'close-round': 'kindCloseRound', 'give-stance': 'kindGiveStance', 'save-draft': 'kindGiveStance', 'stance': 'kindGiveStance', 'withdraw-stance': 'kindWithdrawStance', 'read-version': 'kindReadVersion',
  'open-socket': 'kindSocket', 'list-people': 'kindPeople', 'read-audit': 'kindAudit', 'request': 'kindRequest',
}

const done: Readonly<Record<string, Key>> = {
  'start': 'didStart', 'invite': 'didInvite', 'invite-starter': 'didInviteStarter', 'invite-administrator': 'didInviteAdministrator', 'give-sign-in-link': 'didGiveSignInLink',
  'revoke-invitation': 'didRevoke', 'remove-member': 'didRemove', 'lock': 'didLock', 'reopen': 'didReopen', 'deliver': 'didDeliver', 'make-signing-key': 'didMakeKey',
  'name-version': 'didNameVersion', 'before-intake': 'didBeforeIntake', 'restore': 'didRestore', 'propose': 'didPropose', 'settle-proposal': 'didSettle',
  'change-name': 'didChangeName', 'add-image': 'didAddImage',
  'comment': 'didComment', 'reply': 'didReply', 'edit-comment': 'didEditComment', 'delete-comment': 'didDeleteComment',
  'resolve-thread': 'didResolve', 'reopen-thread': 'didReopenThread',
  'open-round': 'didOpenRound', 'move-deadline': 'didMoveDeadline', 'close-round': 'didCloseRound', 'give-stance': 'didGiveStance', 'withdraw-stance': 'didWithdrawStance', 'read-version': 'didReadVersion',
}

const linkUsed: Readonly<Record<string, Key>> = { 'admin': 'didBecomeAdmin', 'start': 'didBecomeStarter', 'member': 'didJoin', 'sign-in': 'didSignIn' }

// All that can be refused, so that none is shown by its code.
const denials: Readonly<Record<AuditAttempt, Key>> = {
  'start': 'deniedStart', 'invite': 'deniedInvite', 'invite-starter': 'deniedInvite', 'revoke-invitation': 'deniedRevoke', 'use-link': 'deniedLink',
  'remove-member': 'deniedRemove', 'lock': 'deniedLock', 'reopen': 'deniedReopen', 'deliver': 'deniedDeliver', 'name-version': 'deniedNameVersion', 'before-intake': 'deniedWrite', 'restore': 'deniedRestore', 'propose': 'deniedPropose', 'settle-proposal': 'deniedSettle', 'read': 'deniedRead', 'export': 'deniedExport',
  'comment': 'deniedComment', 'reply': 'deniedComment', 'edit-comment': 'deniedEditComment', 'delete-comment': 'deniedDeleteComment',
  'resolve-thread': 'deniedResolve', 'reopen-thread': 'deniedReopenThread',
  'open-round': 'deniedOpenRound', 'move-deadline': 'deniedMoveDeadline', 'close-round': 'deniedCloseRound', 'stance': 'deniedStance', 'save-draft': 'deniedStance', 'give-stance': 'deniedStance', 'withdraw-stance': 'deniedWithdrawStance', 'read-version': 'deniedRead',
  'write': 'deniedWrite', 'suggest': 'deniedWrite', 'open-socket': 'deniedSocket', 'list-people': 'deniedPeople', 'read-audit': 'deniedAudit', 'request': 'deniedRequest',
}

const denied: Readonly<Record<string, Key>> = denials

const reasons: Readonly<Record<string, Key>> = {
  'not-allowed': 'whyNotAllowed', 'not-found': 'whyNotFound', 'wrong-state': 'whyWrongState', 'old-epoch': 'whyOldEpoch', 'foreign-author': 'whyForeignAuthor', 'only-suggest': 'whyOnlySuggest',
  'other-version': 'whyOtherVersion', 'round-open': 'whyRoundOpen', 'round-closed': 'whyRoundClosed', 'changed-meanwhile': 'whyChangedMeanwhile', 'last-eier': 'whyLastEier', 'lock-has-errors': 'whyLockHasErrors',
  'foreign-origin': 'whyForeignOrigin', 'link-unknown': 'whyLinkUnknown', 'link-used': 'whyLinkUsed', 'link-expired': 'whyLinkExpired',
}

/** The name of a kind of step; an action without one is called by itself. */
export function kindName (t: Translate<'audit'>, action: string): string {
  const key = kinds[action]
  return key === undefined ? action : t(key)
}

/** Somebody's name, also of one who is not there any more. */
export function personName (t: Translate<'audit'>, person: AuditPerson): string {
  return person.name ?? t('unknownPerson')
}

/** What an entry tells in one sentence. */
export function sentence (t: Translate<'audit'>, roleName: (role: (typeof roles)[number]) => string, entry: AuditEntryView): string {
  const { person, whom, action, result, facts, role } = entry
  const named = facts['invitedAs'] ?? role
  const known = roles.find(one => one === named)
  const words = {
    who: person === null ? t('nobody') : personName(t, person),
    whom: whom === undefined ? '' : personName(t, whom),
    role: known === undefined ? '' : roleName(known),
    n: facts['version'] ?? '',
    action,
  }
  if (result === 'refused') return t(denied[action] ?? 'deniedOther', words)
  const key = action === 'use-link' ? linkUsed[String(facts['purpose'])] : done[action]
  return t(key ?? 'didOther', words)
}

const proposed: Readonly<Record<string, Key>> = { taken: 'proposalTaken', declined: 'proposalDeclined', open: 'proposalOpen' }

/** What else is to be said of an entry, each in a sentence: why it was refused, how often, a recorded reason, warnings, a text medbestemmelse did not see, undecided suggestions, a delivery that came back, changes proposed, the days a deadline was moved between. `date`: a day in words. */
export function remarks (t: Translate<'audit'>, date: (day: string) => string, { action, facts, role }: AuditEntryView): readonly string[] {
  const { code, count, reason, warnings, suggestions, differsFrom, delivery, changes, outcome, from, to } = facts
  // Of one who has a part in it, it is what they asked for that was not there.
  const why = code === 'not-found' && role !== null ? 'whyNotFoundHere' : reasons[String(code)]
  return [
    ...(why === undefined ? [] : [t(why)]),
    ...(typeof count === 'number' && count > 1 ? [t('times', { count })] : []),
    ...(typeof differsFrom === 'number' ? [t('differsFrom', { n: differsFrom })] : []),
    ...(typeof suggestions === 'number' && suggestions > 0 ? [t('suggestionsLeftOut', { count: suggestions })] : []),
    ...(action === 'reopen' && typeof delivery === 'number' ? [t('returned', { n: delivery })] : []),
    ...(typeof changes === 'number' ? [t(proposed[String(outcome)] ?? 'proposalCount', { count: changes })] : []),
    ...(action === 'move-deadline' && typeof from === 'string' && typeof to === 'string' ? [t('movedDeadline', { from: date(from), to: date(to) })] : []),
    ...(typeof reason === 'string' ? [t('reason', { reason })] : []),
    ...(typeof warnings === 'number' && warnings > 0 ? [t('warnings', { count: warnings })] : []),
  ]
}
