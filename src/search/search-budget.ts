import { type Budget, createBudget } from '../site/budget.ts'

/** What a search and a suggestion cost; a person who types and reads never spends this much. */
export const searchCost = 1
export const suggestionCost = 0.25

/** By address. */
export const createSearchBudget = (): Budget => createBudget({ capacity: 30, refillPerSecond: 1 })
