import { joinParts, type MergePart, mergeLine, mergeParagraphs } from '../compare/index.ts'
import { type FormFieldName, type FormValues, formFields } from './form-values.ts'

/** A field that both changed, each in another way. */
export type Disagreement = { name: FormFieldName; base: string; mine: string; theirs: string }

/** What two people made of one form: what is agreed, and what somebody must decide. */
export type MergedForms = {
  agreed: Partial<FormValues>
  disagreements: Disagreement[]
  /** The body paragraph by paragraph. */
  body: MergePart[]
}

export function mergeForms(base: FormValues, mine: FormValues, theirs: FormValues): MergedForms {
  const lines = formFields.filter((name) => name !== 'body')
  const values = lines.map((name) => ({ name, value: mergeLine(base[name], mine[name], theirs[name]) }))
  const agreed = values.filter(({ value }) => value !== null).map(({ name, value }) => [name, value])
  const open = values.filter(({ value }) => value === null)
  return {
    agreed: Object.fromEntries(agreed) as Partial<FormValues>,
    disagreements: open.map(({ name }) => ({ name, base: base[name], mine: mine[name], theirs: theirs[name] })),
    body: mergeParagraphs(base.body, mine.body, theirs.body),
  }
}

export const choices = ['mine', 'theirs', 'both'] as const
export type Choice = (typeof choices)[number]

/** The name under which a form sends the choice for a field, or for one place of the body. */
export const choiceName = (place: FormFieldName | number): string => `choose-${place}`

/** The form that follows; `choose` is asked for every place that is not agreed. Nobody's text goes without a choice. */
export function settleMerge(
  { agreed, disagreements, body }: MergedForms,
  choose: (place: FormFieldName | number) => Choice,
): FormValues {
  const chosen = disagreements.map(({ name, mine, theirs }) => [name, choose(name) === 'theirs' ? theirs : mine])
  let place = 0
  const text = joinParts(body, ({ mine, theirs }) => {
    const choice = choose(place++)
    if (choice === 'both') return [mine, theirs].filter(Boolean).join('\n\n')
    return choice === 'theirs' ? theirs : mine
  })
  return { ...agreed, ...Object.fromEntries(chosen), body: text } as FormValues
}
