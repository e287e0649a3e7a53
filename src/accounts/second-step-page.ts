import { type Field, field, type Issue, type IssueSummary, issueSummary } from '../site/forms.ts'
import { secondStepPath, signInPath } from './paths.ts'
import { codeField } from './second-factor-page.ts'
import type { SecondFactorWords } from './second-factor-words.ts'

/** Asks for the code after the password, before anybody is signed in. */
export type SecondStepPage = {
  title: string
  intro: string
  action: string
  code: Field
  backup: { summary: string; field: Field; isOpen: boolean }
  summary: IssueSummary
  submit: string
  formToken: string
  /** Where to go after signing in, a path of the newsroom. */
  next: string
  help: { text: string; callUs: string }
  again: { path: string; name: string }
}

type SecondStepState = {
  issues: Issue[]
  formToken: string
  words: SecondFactorWords
  callUs: string
  toFix: (count: number) => string
}

/** `isByBackupCode` keeps open what she opened to type into. */
export function secondStepPage(
  next: string,
  isByBackupCode: boolean,
  { issues, formToken, words, callUs, toFix }: SecondStepState,
): SecondStepPage {
  return {
    title: words.stepTitle,
    intro: words.stepIntro,
    action: secondStepPath,
    code: codeField(issues, words),
    backup: {
      summary: words.lostPhone,
      field: field({ name: 'backupCode', label: words.backupCode, help: words.backupCodeHelp }, issues),
      isOpen: isByBackupCode,
    },
    summary: issueSummary(issues, toFix),
    submit: words.enter,
    formToken,
    next,
    help: { text: words.stepHelp, callUs },
    again: { path: signInPath, name: words.startAgain },
  }
}
