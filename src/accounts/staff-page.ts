import type { CategoryNode, CategoryTree } from '../categories/index.ts'
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
  resetSecondFactorPath,
  staffListPath,
  staffMemberPath,
  staffScopePath,
} from './paths.ts'
import { roles } from './roles.ts'
import type { SecondFactorWords } from './second-factor-words.ts'
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
  /** Null for somebody who has no account yet. */
  scope: StaffScope | null
}

export type StaffScope = { action: string; standing: string; branch: ScopeBranch }

/** One list of the tree, as `part('accounts/scope-branch', branch)` shows it. */
export type ScopeBranch = ScopeRow[]
type ScopeRow = { id: number; name: string; isTicked: boolean; children: ScopeBranch }

export type StaffFormState = {
  issues: Issue[]
  notice: Notice
  link: string | null
  words: AccountWords
  factorWords: SecondFactorWords
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
    scope: null,
  }
}

/** `isHerself`: nobody takes her own second factor away without her password. */
export type MemberStanding = { tree: CategoryTree; categoryIds: readonly number[]; isHerself: boolean }

export function staffMemberPage(
  staff: Staff,
  typed: StaffDetails,
  standing: MemberStanding,
  { issues, notice, link, words, factorWords, toFix }: StaffFormState,
): StaffMemberPage {
  const { tree, categoryIds, isHerself } = standing
  const names = tree.all.filter(({ id }) => categoryIds.includes(id)).map(({ name }) => name)
  return {
    title: words.staffMemberTitle,
    words,
    listPath: staffListPath,
    action: staffMemberPath(staff.id),
    save: words.save,
    fields: staffFields(typed, issues, words),
    summary: issueSummary(issues, toFix),
    notice,
    link: link === null ? null : { address: link, advice: words.linkAdvice(staff.name) },
    deeds: staff.closedAt ? [reopenDeed(staff, words)] : deeds(staff, isHerself, words, factorWords),
    scope: {
      action: staffScopePath(staff.id),
      standing: names.length === 0 ? words.everywhere : words.scopeNow(names.join(', ')),
      branch: scopeBranch(tree.roots, categoryIds),
    },
  }
}

type Deed = StaffMemberPage['deeds'][number]

const reopenDeed = ({ id }: Staff, { reopen }: AccountWords): Deed => ({
  action: reopenStaffPath(id),
  name: reopen,
  isDanger: false,
  help: null,
})

function deeds(
  { id, hasSecondFactor }: Staff,
  isHerself: boolean,
  words: AccountWords,
  { reset, resetHelp }: SecondFactorWords,
): Deed[] {
  const lostPhone = { action: resetSecondFactorPath(id), name: reset, isDanger: true, help: resetHelp }
  return [
    { action: renewInvitationPath(id), name: words.renewInvitation, isDanger: false, help: null },
    ...(hasSecondFactor && !isHerself ? [lostPhone] : []),
    { action: closeStaffPath(id), name: words.close, isDanger: true, help: words.closeHelp },
  ]
}

const scopeBranch = (nodes: CategoryNode[], ticked: readonly number[]): ScopeBranch =>
  nodes.map(({ id, name, children }) => ({
    id,
    name,
    isTicked: ticked.includes(id),
    children: scopeBranch(children, ticked),
  }))

function staffFields({ email, name, role }: StaffDetails, issues: Issue[], words: AccountWords): Field[] {
  const choices: Choice[] = roles.map((value) => ({ value, name: words.roleNames[value] }))
  return [
    field({ name: 'name', label: words.name, value: name, autocomplete: 'off' }, issues),
    field({ name: 'email', label: words.email, value: email === unnamedEmail ? '' : email, control: 'email' }, issues),
    field({ name: 'role', label: words.role, value: role, control: 'select', choices, help: words.roleHelp }, issues),
  ]
}
