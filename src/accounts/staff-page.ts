import {
  type Choice,
  type Field,
  field,
  type Issue,
  type IssueSummary,
  issueSummary,
  type Notice,
} from '../site/forms.ts'
import type { StaffDetails } from './manage-staff.ts'
import {
  closeStaffPath,
  newStaffPath,
  renewInvitationPath,
  reopenStaffPath,
  staffListPath,
  staffMemberPath,
} from './paths.ts'
import { roles } from './roles.ts'
import { type Staff, unnamedEmail } from './staff.ts'
import type { AccountWords } from './words.ts'

export type StaffListPage = {
  title: string
  words: AccountWords
  addPath: string
  rows: {
    name: string
    path: string
    email: string
    role: string
    standing: string
    state: 'live' | 'draft' | 'withdrawn'
  }[]
}

export function staffListPage(all: Staff[], words: AccountWords): StaffListPage {
  const working = all.filter((staff) => !staff.closedAt)
  const left = all.filter((staff) => staff.closedAt)
  return {
    title: words.staffTitle,
    words,
    addPath: newStaffPath,
    rows: [...working, ...left].map((staff) => ({
      name: staff.name,
      path: staffMemberPath(staff.id),
      email: staff.email === unnamedEmail ? '' : staff.email,
      role: words.roleNames[staff.role],
      ...standing(staff, words),
    })),
  }
}

function standing(staff: Staff, words: AccountWords): { standing: string; state: 'live' | 'draft' | 'withdrawn' } {
  if (staff.closedAt) return { standing: words.closed, state: 'withdrawn' }
  return staff.hasPassword ? { standing: words.working, state: 'live' } : { standing: words.invited, state: 'draft' }
}

export type StaffMemberPage = {
  title: string
  words: AccountWords
  listPath: string
  action: string
  save: string
  fields: Field[]
  summary: IssueSummary
  notice: Notice
  /** A one-time link just made, shown this once. */
  link: { address: string; advice: string } | null
  deeds: { action: string; name: string; isDanger: boolean; help: string | null }[]
}

export type StaffFormState = {
  issues: Issue[]
  isSaved: boolean
  link: string | null
  words: AccountWords
  toFix: (count: number) => string
}

export function newStaffPage(typed: StaffDetails, { issues, words, toFix }: StaffFormState): StaffMemberPage {
  return {
    title: words.newStaffTitle,
    words,
    listPath: staffListPath,
    action: newStaffPath,
    save: words.invite,
    fields: staffFields(typed, issues, words),
    summary: issueSummary(issues, toFix),
    notice: null,
    link: null,
    deeds: [],
  }
}

export function staffMemberPage(
  staff: Staff,
  typed: StaffDetails,
  { issues, isSaved, link, words, toFix }: StaffFormState,
): StaffMemberPage {
  return {
    title: words.staffMemberTitle,
    words,
    listPath: staffListPath,
    action: staffMemberPath(staff.id),
    save: words.save,
    fields: staffFields(typed, issues, words),
    summary: issueSummary(issues, toFix),
    notice: isSaved ? { kind: 'ok', text: words.saved } : null,
    link: link === null ? null : { address: link, advice: words.linkAdvice(staff.name) },
    deeds: staff.closedAt
      ? [{ action: reopenStaffPath(staff.id), name: words.reopen, isDanger: false, help: null }]
      : [
          { action: renewInvitationPath(staff.id), name: words.renewInvitation, isDanger: false, help: null },
          { action: closeStaffPath(staff.id), name: words.close, isDanger: true, help: words.closeHelp },
        ],
  }
}

function staffFields({ email, name, role }: StaffDetails, issues: Issue[], words: AccountWords): Field[] {
  const choices: Choice[] = roles.map((value) => ({ value, name: words.roleNames[value] }))
  return [
    field({ name: 'name', label: words.name, value: name, autocomplete: 'off' }, issues),
    field({ name: 'email', label: words.email, value: email === unnamedEmail ? '' : email, control: 'email' }, issues),
    field({ name: 'role', label: words.role, value: role, control: 'select', choices, help: words.roleHelp }, issues),
  ]
}
