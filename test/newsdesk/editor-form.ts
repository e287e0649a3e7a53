import assert from 'node:assert/strict'
import type { Element } from 'hast'
import type { Answer } from '../support/client.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'

/** What a browser would send of the form with this id, read from the page; of the article's unless told otherwise. */
export function formIn({ text }: Pick<Answer, 'text'>, id = 'article'): Record<string, string> {
  const values: Record<string, string> = {}
  const form = elementsIn(pageOf(text)).find(({ properties }) => properties['id'] === id)
  assert.ok(form, `the page has the form “${id}”`)
  for (const control of elementsIn(form)) {
    const name = String(control.properties['name'] ?? '')
    const value = name === '' || name === 'form-token' ? null : sentBy(control)
    if (value !== null) values[name] = value
  }
  return values
}

function sentBy(control: Element): string | null {
  const { type, value = '', checked } = control.properties
  if (control.tagName === 'textarea') return textIn(control)
  if (control.tagName === 'select') {
    const chosen = elementsIn(control).find(({ properties }) => properties['selected'])
    return String(chosen?.properties['value'] ?? '')
  }
  if (control.tagName !== 'input') return null
  return (type === 'checkbox' || type === 'radio') && !checked ? null : String(value)
}

/** The issues summed up above the form: the fields they lead to, in their order. */
export const summedUp = (answer: Answer): string[] =>
  [...answer.main().matchAll(/<li><a href="#(\w+)">/g)].map((found) => found[1] ?? '')

/** The sentence beside a field. */
export const beside = (answer: Answer, field: string): string =>
  new RegExp(`id="${field}-wrong">([^<]*)<`).exec(answer.main())?.[1] ?? ''
