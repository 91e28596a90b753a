export { suggestionsIn, type Suggestion } from './list.ts'
export { undecidedAt, undecidedIn, type Undecided } from './undecided.ts'
export { decide, marksOf, type Chosen, type Verdict } from './decide.ts'
export { judgeSuggestions, type SuggestionJudge } from './judge.ts'
