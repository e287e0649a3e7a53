import { type Field, field, type Issue, type IssueSummary, issueSummary } from '../site/forms.ts'
import { oneTimeLink, signInPath } from './paths.ts'
import { type Staff, unnamedEmail } from './staff.ts'
import type { AccountWords } from './words.ts'

/** Pages before sign-in: they know nobody yet, so they carry a token of their own. */
export type GatePage = {
  title: string
  intro: string | null
  action: string
  fields: Field[]
  summary: IssueSummary
  submit: string
  formToken: string
  /** Where to go after signing in, a path of the newsroom. */
  next: string
  help: { text: string; callUs: string } | null
}

type GateState = { issues: Issue[]; formToken: string; words: AccountWords; toFix: (count: number) => string }

/** `intro` says why she is asked again, where there is a reason. */
export function signInPage(
  { email, next, intro }: { email: string; next: string; intro: string | null },
  { issues, formToken, words, toFix }: GateState,
): GatePage {
  return {
    title: words.signInTitle,
    intro,
    action: signInPath,
    fields: [
      field({ name: 'email', label: words.email, value: email, control: 'email', autocomplete: 'username' }, issues),
      field(
        {
          name: 'password',
          label: words.password,
          control: 'password',
          autocomplete: 'current-password',
          help: words.passwordHelp,
        },
        issues,
      ),
    ],
    summary: issueSummary(issues, toFix),
    submit: words.signIn,
    formToken,
    next,
    help: { text: words.lostAccess, callUs: words.callUs },
  }
}

type Named = { email: string; name: string }

export function welcomePage(
  staff: Staff,
  token: string,
  typed: Named,
  { issues, formToken, words, toFix }: GateState,
): GatePage {
  const isFirst = staff.email === unnamedEmail
  const naming = [
    field({ name: 'name', label: words.name, value: typed.name, autocomplete: 'name' }, issues),
    field(
      { name: 'email', label: words.email, value: typed.email, control: 'email', autocomplete: 'username' },
      issues,
    ),
  ]
  return {
    title: words.welcomeTitle,
    intro: isFirst ? words.welcomeFirst : words.welcomeInvited(staff.name),
    action: oneTimeLink(token),
    fields: [...(isFirst ? naming : []), ...newPasswordFields(issues, words)],
    summary: issueSummary(issues, toFix),
    submit: words.begin,
    formToken,
    next: '',
    help: null,
  }
}

export function newPasswordFields(issues: Issue[], words: AccountWords): Field[] {
  return [
    field(
      {
        name: 'newPassword',
        label: words.newPassword,
        control: 'password',
        autocomplete: 'new-password',
        help: words.newPasswordHelp,
      },
      issues,
    ),
    field(
      { name: 'repeatPassword', label: words.repeatPassword, control: 'password', autocomplete: 'new-password' },
      issues,
    ),
  ]
}

export type LinkEndedPage = { title: string; text: string; signIn: { path: string; name: string } }

export const linkEndedPage = (words: AccountWords): LinkEndedPage => ({
  title: words.linkEndedTitle,
  text: words.linkEnded,
  signIn: { path: signInPath, name: words.goToSignIn },
})
