import { normalLine, normalText } from '../text/normal-form.ts'
import { malformed } from './faults.ts'

/** For the form parser: bytes that are no UTF-8 would be stored as signs that nobody typed. No browser sends them. */
export function refuseBrokenText(_req: unknown, _res: unknown, body: Buffer): void {
  try {
    decodeURIComponent(body.toString('latin1'))
  } catch {
    malformed()
  }
}

/** Something that a person can put right: returned, never thrown. */
export type Issue = { field: string; text: string }

/** A parsed form as Express gives it; anything may be missing or repeated. */
export type Submitted = Readonly<Record<string, unknown>>

/** What was typed, in its normal form, on one line. The last of repeated fields counts. */
export const readLine = (form: Submitted, field: string): string => normalLine(raw(form, field))

/** What was typed, in its normal form, with its lines. */
export const readText = (form: Submitted, field: string): string => normalText(raw(form, field))

/** Exactly what was typed, nothing made normal: for passwords, and for text that is examined as it stands. */
export const readTyped = (form: Submitted, field: string): string => raw(form, field)

export const isTicked = (form: Submitted, field: string): boolean => raw(form, field) !== ''

/** A positive whole number, or null. */
export function readId(form: Submitted, field: string): number | null {
  return idFrom(raw(form, field))
}

export function idFrom(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

function raw(form: Submitted, field: string): string {
  const value = Object.hasOwn(form, field) ? form[field] : ''
  const last = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : ''
}

export const required = (value: string, field: string, text: string): Issue[] => (value === '' ? [{ field, text }] : [])

/** `most` counts letters as readers see them only roughly: UTF-16 units, which is what the database stores. */
export const atMost = (value: string, most: number, field: string, text: string): Issue[] =>
  value.length > most ? [{ field, text }] : []

/** Bytes that were not UTF-8 arrive as U+FFFD; a person should see it before it is stored for ever. */
export const unbroken = (value: string, field: string, text: string): Issue[] =>
  value.includes('\uFFFD') ? [{ field, text }] : []

export const issueFor = (issues: readonly Issue[], field: string): string | null =>
  issues.find((issue) => issue.field === field)?.text ?? null

/** One labelled control, as `part('site/field', field)` shows it. */
export type Field = {
  name: string
  label: string
  value: string
  help: string | null
  wrong: string | null
  control: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'textarea' | 'select' | 'datetime-local'
  rows: number
  autocomplete: string
  choices: Choice[]
}

export type Choice = { value: string; name: string }

type FieldWish = Pick<Field, 'name' | 'label'> & Partial<Omit<Field, 'wrong'>>

/** A field with its issue beside it. */
export function field(wish: FieldWish, issues: readonly Issue[]): Field {
  return {
    value: '',
    help: null,
    control: 'text',
    rows: 3,
    autocomplete: 'off',
    choices: [],
    ...wish,
    wrong: issueFor(issues, wish.name),
  }
}

/** The summary above a form; null when there is nothing to put right. */
export type IssueSummary = { title: string; issues: readonly Issue[] } | null

export function issueSummary(issues: readonly Issue[], title: (count: number) => string): IssueSummary {
  return issues.length === 0 ? null : { title: title(issues.length), issues }
}

/** One sentence after something was done. */
export type Notice = { kind: 'ok' | 'warn' | 'bad'; text: string } | null
