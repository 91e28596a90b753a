import type { ProtokollFacts, ProtokollView, RoundView } from '../api/medbestemmelse.ts'

/**
 * What a protokoll is made of, and all it is made of: kept as canonical JSON when a round is closed, so that its page and files can
 * be made again, the same to the byte, whatever has become of people and comments since. `facts` null: nobody wrote any down.
 */
export interface ProtokollBody extends Omit<ProtokollView, 'round' | 'facts'> {
  readonly format: 'samskriv-protokoll/1'
  readonly behovsmelding: string
  readonly round: Omit<RoundView, 'protokoll' | 'protokollHash'>
  readonly facts: ProtokollFacts | null
}
