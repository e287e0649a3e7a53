import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import { spelledBackupCode } from './backup-code.ts'
import {
  accountPath,
  backupCodesPath,
  newsroomPath,
  prepareSecondFactorPath,
  secondFactorPath,
  secondFactorQrPath,
  turnOffSecondFactorPath,
} from './paths.ts'
import { appAddress, spelledSecret } from './second-factor.ts'
import type { SecondFactorWords } from './second-factor-words.ts'

type State = { issues: Issue[]; words: SecondFactorWords; toFix: (count: number) => string }

/** Names of the two forms' password fields, which stand on one page. */
export const renewPasswordField = 'renewPassword'
export const turnOffPasswordField = 'turnOffPassword'

export type SecondFactorPage = {
  title: string
  words: SecondFactorWords
  /** She cannot go elsewhere before it is set up. */
  isRequired: boolean
  notice: Notice
  beginAction: string
}

export const secondFactorPage = (
  isRequired: boolean,
  isTurnedOff: boolean,
  words: SecondFactorWords,
): SecondFactorPage => ({
  title: words.title,
  words,
  isRequired,
  notice: isTurnedOff ? { kind: 'ok', text: words.turnedOff } : null,
  beginAction: prepareSecondFactorPath,
})

export type SetUpPage = {
  title: string
  words: SecondFactorWords
  isRequired: boolean
  qr: string
  /** Opens the app where the phone itself shows this page. */
  appAddress: string
  secret: string
  code: Field
  summary: IssueSummary
  action: string
  beginAction: string
}

type Account = { secret: string; issuer: string; email: string }

export function setUpPage(
  { secret, issuer, email }: Account,
  isRequired: boolean,
  { issues, words, toFix }: State,
): SetUpPage {
  return {
    title: words.title,
    words,
    isRequired,
    qr: secondFactorQrPath,
    appAddress: appAddress(secret, issuer, email),
    secret: spelledSecret(secret),
    code: codeField(issues, words),
    summary: issueSummary(issues, toFix),
    action: secondFactorPath,
    beginAction: prepareSecondFactorPath,
  }
}

export const codeField = (issues: Issue[], words: SecondFactorWords): Field =>
  field({ name: 'code', label: words.code, autocomplete: 'one-time-code', help: words.codeHelp }, issues)

export type BackupCodesPage = {
  title: string
  words: SecondFactorWords
  notice: Notice
  owner: string
  codes: string[]
  next: string
  goOn: string
}

export function backupCodesPage(
  codes: string[],
  { email, issuer }: Omit<Account, 'secret'>,
  isRenewed: boolean,
  words: SecondFactorWords,
): BackupCodesPage {
  return {
    title: words.codesTitle,
    words,
    notice: { kind: 'ok', text: isRenewed ? words.codesRenewed : words.codesOn },
    owner: words.codesOf(email, issuer),
    codes: codes.map(spelledBackupCode),
    next: isRenewed ? accountPath : newsroomPath,
    goOn: isRenewed ? words.kept : words.goOn,
  }
}

export type ManagedFactorPage = {
  title: string
  words: SecondFactorWords
  summary: IssueSummary
  since: string
  codesLeft: string
  renewal: PasswordForm
  turningOff: PasswordForm
}

/** As `part('accounts/password-form', form)` shows it. */
export type ShownPasswordForm = { form: PasswordForm; isDanger: boolean; formToken: string }

type PasswordForm = { action: string; title: string; help: string; submit: string; field: Field }

export function managedFactorPage(
  standing: { confirmedAt: string; codesLeft: number; timeZone: string },
  { issues, words, toFix }: State,
): ManagedFactorPage {
  const password = (name: string) =>
    field({ name, label: words.ownPassword, control: 'password', autocomplete: 'current-password' }, issues)
  return {
    title: words.title,
    words,
    summary: issueSummary(issues, toFix),
    since: words.since(dateWithTime(standing.confirmedAt, standing.timeZone)),
    codesLeft: words.codesLeft(standing.codesLeft),
    renewal: {
      action: backupCodesPath,
      title: words.renewTitle,
      help: words.renewHelp,
      submit: words.renew,
      field: password(renewPasswordField),
    },
    turningOff: {
      action: turnOffSecondFactorPath,
      title: words.turnOffTitle,
      help: words.turnOffHelp,
      submit: words.turnOff,
      field: password(turnOffPasswordField),
    },
  }
}
