import type { Refusal, Result } from '../base/index.ts'
import { planCloseRound } from './close-round.ts'
import type { Command } from './command.ts'
import { planDeliver } from './deliver.ts'
import type { Effects } from './effects.ts'
import { planBeforeIntake, planNameVersion } from './keep.ts'
import { planInvite, planInviteStarter, planRevokeInvitation } from './invite.ts'
import { planLock } from './lock.ts'
import { planPropose, planSettleProposal } from './propose.ts'
import { planMoveDeadline } from './move-deadline.ts'
import { planOpenRound } from './open-round.ts'
import { planReadVersion, planSaveDraft } from './own.ts'
import { planRemoveMember } from './remove-member.ts'
import { planReopen } from './reopen.ts'
import { planRestore } from './restore.ts'
import type { Situation } from './situation.ts'
import { planGiveStance, planWithdrawStance } from './stance.ts'
import { planStart } from './start.ts'
import { planUseLink } from './use-link.ts'

/**
 * What a command would do in a situation, or why not. Pure: the server commits the effects in one write, the page asks
 * only whether it could. `now` is in milliseconds since 1970.
 */
export function plan (situation: Situation, command: Command, now: number): Result<Effects> {
  switch (command.kind) {
    case 'start': return planStart(situation, command, now)
    case 'invite': return planInvite(situation, command, now)
    case 'invite-starter': return planInviteStarter(situation, command, now)
    case 'revoke-invitation': return planRevokeInvitation(situation, command, now)
    case 'use-link': return planUseLink(situation, command, now)
    case 'remove-member': return planRemoveMember(situation, command, now)
    case 'lock': return planLock(situation, command, now)
    case 'reopen': return planReopen(situation, command, now)
    case 'deliver': return planDeliver(situation, command, now)
    case 'name-version': return planNameVersion(situation, command, now)
    case 'before-intake': return planBeforeIntake(situation, command, now)
    case 'restore': return planRestore(situation, command, now)
    case 'propose': return planPropose(situation, command, now)
    case 'settle-proposal': return planSettleProposal(situation, command, now)
    case 'open-round': return planOpenRound(situation, command, now)
    case 'move-deadline': return planMoveDeadline(situation, command, now)
    case 'close-round': return planCloseRound(situation, command, now)
    case 'give-stance': return planGiveStance(situation, command, now)
    case 'withdraw-stance': return planWithdrawStance(situation, command, now)
    case 'save-draft': return planSaveDraft(situation, command, now)
    case 'read-version': return planReadVersion(situation, command, now)
  }
}

/** Why a command would be refused, or null when it would be done: for a button that is grey and says why. */
export function whyNot (situation: Situation, command: Command, now: number): Refusal | null {
  const planned = plan(situation, command, now)
  return planned.ok ? null : planned.refusal
}
