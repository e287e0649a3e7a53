import { atMost, type Issue, readLine, readTyped, required, type Submitted, unbroken } from '../site/forms.ts'
import type { StaffDetails } from './manage-staff.ts'
import { isRightPassword, passwordFlaw } from './password.ts'
import { isRole } from './roles.ts'
import { isEmail } from './staff.ts'
import type { AccountWords } from './words.ts'

const mostLetters = 100

export type SignInForm = { email: string; password: string }

export const readSignIn = (form: Submitted): SignInForm => ({
  email: readLine(form, 'email'),
  password: readTyped(form, 'password'),
})

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

export async function currentPasswordIssues(
  form: Submitted,
  passwordHash: string | null,
  words: AccountWords,
): Promise<Issue[]> {
  const isRight = await isRightPassword(passwordHash, readTyped(form, 'currentPassword'))
  return isRight ? [] : [{ field: 'currentPassword', text: words.wrongPassword }]
}
