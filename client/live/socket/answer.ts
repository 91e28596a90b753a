import { roles, states } from '@samskriv/shared/access'
import { isRefusalCode, type RefusalCode } from '@samskriv/shared/base'
import { topics, type Standing, type Topic } from '@samskriv/shared/protocol'
import { readVarString, readVarUint, type Decoder } from 'lib0/decoding'

/** The server's refusal of one write frame. */
export interface FrameRefusal { readonly ordinal: number, readonly code: RefusalCode }

/** Reads the rest of a `taken` frame; null: cut. */
export function readTaken (decoder: Decoder): number | null {
  try { return readVarUint(decoder) } catch { return null }
}

/** Reads the rest of a `refused` frame. A code this client does not know is an `invalid`: still a refusal. Null: cut. */
export function readRefused (decoder: Decoder): FrameRefusal | null {
  try {
    const ordinal = readVarUint(decoder)
    const code = readVarString(decoder)
    return { ordinal, code: isRefusalCode(code) ? code : 'invalid' }
  } catch { return null }
}

/** Reads the rest of a `standing` frame; null: not a standing. */
export function readStanding (decoder: Decoder): Standing | null {
  try { return asStanding(JSON.parse(readVarString(decoder))) } catch { return null }
}

/** Reads the rest of a `changed` frame; null: nothing this client knows. */
export function readChanged (decoder: Decoder): Topic | null {
  try {
    const topic = readVarString(decoder)
    return topics.find(each => each === topic) ?? null
  } catch { return null }
}

function asStanding (value: unknown): Standing | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('role' in value) || !('state' in value) || !('epoch' in value) || !('mayWrite' in value)) return null
  const role = roles.find(each => each === value.role)
  const state = states.find(each => each === value.state)
  if (role === undefined || state === undefined || typeof value.epoch !== 'number' || typeof value.mayWrite !== 'boolean') return null
  return { role, state, epoch: value.epoch, mayWrite: value.mayWrite, maySuggest: 'maySuggest' in value && value.maySuggest === true }
}
