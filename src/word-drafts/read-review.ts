import { isUnrenderable } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { BodyPicture } from '../markdown/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import { siteWords } from '../site/words.ts'
import { timeWithDate } from '../text/dates.ts'
import { wordFileWords } from '../word-files/index.ts'
import { pictureMarkdown, placePictures } from './draft-body.ts'
import type { WordDraftTools } from './index.ts'
import type { OpeningForm } from './opening-form.ts'
import { waitingPicturePath } from './paths.ts'
import { type ReviewPage, reviewPage } from './review-page.ts'
import { hoursOfLife, type WaitingFile, type WaitingText } from './waiting-file.ts'
import { wordDraftWords } from './words.ts'

export type Said = { issues?: Issue[]; notice?: Notice }

/** What was found in a file, beside what readers would get of it. */
export async function readReview(
  tools: WordDraftTools,
  file: WaitingFile,
  typed: OpeningForm,
  { issues = [], notice = null }: Said,
): Promise<ReviewPage> {
  const { config, database } = tools
  const texts = [file.text, ...(file.asFound ? [file.asFound.text] : [])]
  return reviewPage({
    file,
    typed,
    bodiesHtml: await Promise.all(texts.map((text) => render(tools, file, text))),
    tree: await categoryReader(database.read).getTree(),
    until: timeWithDate(endOf(file), config.timeZone),
    issues,
    notice,
    timeZone: config.timeZone,
    words: wordDraftWords[config.language],
    wordFiles: wordFileWords[config.language],
    toFix: siteWords[config.language].toFix,
  })
}

const endOf = ({ receivedAt }: WaitingFile): string =>
  new Date(Date.parse(receivedAt) + hoursOfLife * 3_600_000).toISOString()

/** As readers would get it, with pictures that lie in no library yet. */
async function render({ markdown, config }: WordDraftTools, file: WaitingFile, text: WaitingText): Promise<string> {
  const words = wordDraftWords[config.language]
  const pictures = picturesOf(file)
  const body = placePictures(text.body, (mark) =>
    pictures[mark.at + 1] ? pictureMarkdown(`anh:${mark.at + 1}`, mark) : `\\${words.placeholder(mark.at + 1)}`,
  )
  const rendering = await markdown.render({ markdown: body, pictures, language: config.language })
  return isUnrenderable(rendering) ? `<p>${words.unrenderable}</p>` : rendering.html
}

function picturesOf({ key, pictures }: WaitingFile): Record<number, BodyPicture> {
  const ready = pictures.flatMap(({ found }, at) =>
    'issue' in found ? [] : [[at + 1, { key, number: at + 1, found }] as const],
  )
  return Object.fromEntries(ready.map(([number, picture]) => [number, bodyPicture(picture)]))
}

type Ready = { key: string; number: number; found: { width: number; height: number } }

function bodyPicture({ key, number, found: { width, height } }: Ready): BodyPicture {
  const src = waitingPicturePath(key, number)
  const words = { alternativeText: '', isDecorative: false, caption: '', credit: '' }
  return { src, srcset: '', webpSrcset: '', largest: src, width, height, ...words }
}
