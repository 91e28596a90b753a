export { suggestionsIn, type Suggestion } from './list.ts'
export { decide, marksOf, type Chosen, type Verdict } from './decide.ts'
export { judgeSuggestions, type SuggestionJudge } from './judge.ts'
