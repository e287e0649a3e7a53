import type { ArticlePage } from '../news/index.ts'
import { type Field, field, type Issue } from '../site/forms.ts'
import type { PublicPage } from '../site/layout.ts'
import { dateWithTime } from '../text/dates.ts'
import type { Answer } from './answer.ts'
import { editionField, noteField } from './answer-form.ts'
import type { PreviewLink } from './link.ts'
import * as paths from './paths.ts'
import type { PreviewWords } from './words.ts'

export type PreviewPage = ArticlePage & {
  /** Why an answer was not noted, with a link to the place where she goes on. */
  alert: { text: string; link: { name: string; place: string } } | null
  /** Null where nobody is asked. */
  reply: Reply | null
}

export type Reply = {
  words: PreviewWords
  anchor: string
  title: string
  /** Her last answer. */
  given: { text: string; note: string } | null
  isReceived: boolean
  edition: { field: string; value: number }
  agreePath: string
  askForChangesPath: string
  note: Field
}

/** Its text is the same for every reason, so that a link tells nobody what became of an article. */
export type EndedPage = PublicPage & { title: string; text: string }

export const replyAnchor = 'tra-loi'

export type PreviewParts = {
  /** The page that readers would get. */
  page: ArticlePage
  link: PreviewLink
  token: string
  editionId: number
  last: Answer | null
  isReceived: boolean
  /** An answer about an earlier edition was refused. */
  isNewer: boolean
  note: string
  issues: readonly Issue[]
  timeZone: string
  words: PreviewWords
}

export function previewPage(parts: PreviewParts): PreviewPage {
  const { page, link, timeZone, words } = parts
  return {
    ...page,
    banner: words.banner(dateWithTime(link.expiresAt, timeZone)),
    alert: alertOf(parts),
    reply: link.approver === null ? null : replyOf(parts, link.approver),
  }
}

function alertOf({ isNewer, issues, words }: PreviewParts): PreviewPage['alert'] {
  if (isNewer) return { text: words.newer, link: { name: words.readAgain, place: `#${replyAnchor}` } }
  const [issue] = issues
  return issue ? { text: words.notNoted, link: { name: issue.text, place: `#${issue.field}` } } : null
}

function replyOf(parts: PreviewParts, approver: string): Reply {
  const { token, editionId, last, isReceived, note, issues, words } = parts
  return {
    words,
    anchor: replyAnchor,
    title: words.replyTitle(approver),
    given: last && { text: givenText(last, parts), note: last.note },
    isReceived: isReceived && last !== null,
    edition: { field: editionField, value: editionId },
    agreePath: paths.agreePath(token),
    askForChangesPath: paths.askForChangesPath(token),
    note: field(
      { name: noteField, label: words.note, value: note, help: words.noteHelp, control: 'textarea', rows: 5 },
      issues,
    ),
  }
}

function givenText({ verdict, at, editionId: about }: Answer, { editionId, timeZone, words }: PreviewParts): string {
  const tell = about === editionId ? words.given : words.givenEarlier
  return tell(words.verdicts[verdict], dateWithTime(at, timeZone))
}

export const endedPage = (words: PreviewWords): EndedPage => ({
  head: { title: words.ended, description: words.endedHelp, path: null, kind: 'website', picture: null },
  place: null,
  title: words.ended,
  text: words.endedHelp,
})
