import { articlePath, articleReportPath } from '../news/index.ts'
import { type Field, field, type Issue, type IssueSummary, issueFor, issueSummary } from '../site/forms.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import { consentField, type TypedReport, trapField } from './report-form.ts'
import type { ReportWords } from './words.ts'

type ReportedArticle = { id: number; slug: string; title: string }
type Frame = PublicPage & {
  words: ReportWords
  crumbs: Crumbs
  title: string
  article: { title: string; path: string }
}

/** Where a reader tells of an error. */
export type ReportFormPage = Frame & {
  action: string
  /** Why nothing was stored although everything is right; null when that is not so. */
  refusal: string | null
  summary: IssueSummary
  body: Field
  quote: Field
  name: Field
  contact: Field
  consent: { field: string; isTicked: boolean; wrong: string | null }
  trap: string
}

/** What happens next; nothing of what was sent. */
export type ThanksPage = Frame

export type FormParts = {
  article: ReportedArticle
  typed: TypedReport
  issues: readonly Issue[]
  /** Seconds until one more report is let in; 0 when it may be sent. */
  wait: number
  words: ReportWords
  toFix: (count: number) => string
}

const longestCrumb = 60

export function reportFormPage({ article, typed, issues, wait, words, toFix }: FormParts): ReportFormPage {
  const line = (name: 'name' | 'contact', autocomplete: string) =>
    field({ name, label: words[name], value: typed[name], autocomplete }, issues)
  return {
    ...frame(article, words.formTitle, words),
    action: articleReportPath(article),
    refusal: wait > 0 ? words.wait(Math.ceil(wait / 60)) : null,
    summary: issueSummary(issues, toFix),
    body: field(
      { name: 'body', label: words.body, value: typed.body, help: words.bodyHelp, control: 'textarea', rows: 6 },
      issues,
    ),
    quote: field(
      { name: 'quote', label: words.quote, value: typed.quote, help: words.quoteHelp, control: 'textarea', rows: 3 },
      issues,
    ),
    name: line('name', 'name'),
    contact: line('contact', 'off'),
    consent: { field: consentField, isTicked: typed.hasConsent, wrong: issueFor(issues, consentField) },
    trap: trapField,
  }
}

export const thanksPage = (article: ReportedArticle, words: ReportWords): ThanksPage =>
  frame(article, words.thanksTitle, words)

/** Without an address of its own in the head nobody indexes or keeps it. */
function frame(article: ReportedArticle, title: string, words: ReportWords): Frame {
  const path = articlePath(article)
  return {
    head: { title, description: words.formIntro, path: null, kind: 'website', picture: null },
    place: null,
    words,
    crumbs: {
      above: [{ name: shortenAtWord(article.title, longestCrumb), path }],
      here: words.formTitle,
      shortened: words.formTitle,
    },
    title,
    article: { title: keepTogether(article.title), path },
  }
}
