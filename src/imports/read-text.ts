import { fromHtml } from 'hast-util-from-html'
import { normalLine } from '../text/normal-form.ts'
import { type HtmlText, lineOf, readHtml } from './html/read-html.ts'
import { type OldArticle, type Problem, problem } from './old-article.ts'

/** Letters of one text; a book fits in half of them. */
const mostLetters = 5_000_000
const mostFieldLetters = 20_000
const longestName = 300

/** The text of an old article, however it was written. Throws a RangeError for what lies too deep in itself. */
export function readText({ body, hasLines }: OldArticle): HtmlText & { problems: Problem[] } {
  if (body.length > mostLetters)
    return { blocks: [], pictures: [], links: [], embedded: [], problems: [problem('too-large')] }
  const text = readHtml(fromHtml(body, { fragment: true }).children, { hasLines })
  return { ...text, problems: text.embedded.map((name) => problem('embedded', name.slice(0, longestName))) }
}

/** A field that may hold a mark or an entity, in one line of words. */
export function readLine(written: string): string {
  if (!/[<&]/.test(written)) return normalLine(written)
  return normalLine(lineOf(fromHtml(written.slice(0, mostFieldLetters), { fragment: true }).children))
}
