export { abbreviationsExplained, type ExamineOptions, examine } from './examine.ts'
export { examineFields, type FieldFinding } from './examine-fields.ts'
export { applyFinding, type Finding, type FindingKind, isAdvice, type Reason, type ReasonCode } from './finding.ts'
export { type DoctorWords, doctorWords, sentenceFor } from './words.ts'
