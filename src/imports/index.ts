export { type Summary, summaryLines } from './report.ts'
export { type OnProgress, type RunTools, type RunWish, runImport } from './run-import.ts'
export { type ImportWords, importWords } from './words.ts'
