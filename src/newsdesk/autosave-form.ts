import { readDocumentIds } from '../documents/index.ts'
import { readTyped, type Submitted } from '../site/forms.ts'
import { type ArticleForm, readArticle } from './article-form.ts'
import { formFields, formFrom, valuesOf } from './form-values.ts'

/** A form exactly as it was typed, whether it could be saved or not. */
export type TypedForm = Record<string, string>

/** The window that typed it, and what that window knows of the slot: the moment or the window of what stands in it. */
export type TypingWindow = { key: string; seen: string }

/** More than any form that could be saved. */
export const mostBytes = 2 * 1024 * 1024

const windowKeyField = 'windowKey'
const keptFields = [...formFields, 'version', 'baseEditionId', 'formKey', 'reason']

export function readTypedForm(form: Submitted): TypedForm {
  const { key } = readWindow(form)
  const typed = keptFields.map((name) => [name, readTyped(form, name)])
  // One field for each document.
  const documents = readDocumentIds(form).join(', ')
  return { ...Object.fromEntries(typed), documents, [windowKeyField]: key }
}

export function readWindow(form: Submitted): TypingWindow {
  const key = readTyped(form, windowKeyField)
  return { key: /^[\w-]{1,64}$/.test(key) ? key : '', seen: readTyped(form, 'seenAutosave') }
}

export const windowOf = (form: TypedForm): string => form[windowKeyField] ?? ''

export const isTooLarge = (form: TypedForm): boolean => Buffer.byteLength(JSON.stringify(form)) > mostBytes

export const titleOf = (form: TypedForm, timeZone: string): string => readArticle(form, timeZone).content.title

/** Whether saving either would save the same. What was stored before our normal form had its present rules is made normal first. */
export function saysTheSame(one: ArticleForm, other: ArticleForm, timeZone: string): boolean {
  const said = (form: ArticleForm) => JSON.stringify([valuesOf(formFrom(valuesOf(form), timeZone)), form.reason])
  return said(one) === said(other)
}
