export { changesOf } from './file.ts'
export { propose, type ProposalParts, type ProposalWish } from './propose.ts'
