import { atMost, type Issue, idFrom, readLine, readTyped, required, type Submitted, unbroken } from '../site/forms.ts'
import type { PasswordCheck } from './check-own-password.ts'
import type { StaffDetails } from './manage-staff.ts'
import { passwordFlaw } from './password.ts'
import { newsroomPath, signInPath } from './paths.ts'
import { isRole } from './roles.ts'
import { isEmail } from './staff.ts'
import type { AccountWords } from './words.ts'

const mostLetters = 100

export type SignInForm = { email: string; password: string }

export const readSignIn = (form: Submitted): SignInForm => ({
  email: readLine(form, 'email'),
  password: readTyped(form, 'password'),
})

/** Only a path inside the newsroom: anything else would let a stranger's link lead away after signing in. */
export function readNextPath(form: Submitted): string {
  const wish = readLine(form, 'tiep')
  return /^\/quan-tri(\/[a-z0-9/-]*)?(\?[a-z0-9=&-]*)?$/.test(wish) && !wish.startsWith(signInPath)
    ? wish
    : newsroomPath
}

export function signInIssues({ email, password }: SignInForm, words: AccountWords): Issue[] {
  return [
    ...(isEmail(email) ? [] : [{ field: 'email', text: words.enterEmail }]),
    ...required(password, 'password', words.enterPassword),
  ]
}

/** An unknown role falls to the least. */
export function readStaffDetails(form: Submitted): StaffDetails {
  const role = readLine(form, 'role')
  return { email: readLine(form, 'email'), name: readLine(form, 'name'), role: isRole(role) ? role : 'reporter' }
}

export function staffIssues(
  { email, name }: StaffDetails,
  isTaken: boolean,
  words: AccountWords,
  brokenLetters: string,
): Issue[] {
  return [
    ...required(name, 'name', words.enterName),
    ...atMost(name, mostLetters, 'name', words.tooLong(mostLetters)),
    ...unbroken(name, 'name', brokenLetters),
    ...(isEmail(email) ? [] : [{ field: 'email', text: words.enterEmail }]),
    ...(isTaken ? [{ field: 'email', text: words.emailTaken }] : []),
  ]
}

export type NewPassword = { password: string; repeated: string }

export const readNewPassword = (form: Submitted): NewPassword => ({
  password: readTyped(form, 'newPassword'),
  repeated: readTyped(form, 'repeatPassword'),
})

export function newPasswordIssues(
  { password, repeated }: NewPassword,
  personal: string[],
  words: AccountWords,
): Issue[] {
  const flaw = passwordFlaw(password, personal)
  if (flaw) return [{ field: 'newPassword', text: words.flaws[flaw] }]
  return password === repeated ? [] : [{ field: 'repeatPassword', text: words.notTheSame }]
}

/** Words that must not make up most of a password. */
export const personalWords = ({ email, name }: { email: string; name: string }): string[] => [
  email,
  email.split('@')[0] ?? '',
  name,
  ...name.split(' '),
]

/** What checking her present password came to. */
export function ownPasswordIssues(check: PasswordCheck, field: string, words: AccountWords): Issue[] {
  if (check.kind === 'right') return []
  return [{ field, text: check.kind === 'wait' ? words.wait(check.seconds) : words.wrongPassword }]
}

/** Ticked categories; whether they exist only the tree knows. */
export const readCategoryIds = (form: Submitted): number[] =>
  [form['categories']].flat().flatMap((value) => idFrom(value) ?? [])
