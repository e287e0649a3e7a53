import type { Request, Response } from 'express'
import { type Issue, idFrom, type Notice, type Submitted } from '../site/forms.ts'
import type { StaffHandler, Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { describePicture } from './describe-picture.ts'
import {
  isSavedAlready,
  isUntouched,
  mostAtOnce,
  readIds,
  readTyped,
  type Typed,
  typedIssues,
} from './describing-form.ts'
import { type DescribingPage, describingPage } from './describing-page.ts'
import { describingWords } from './describing-words.ts'
import type { StaffTools } from './index.ts'
import { describingPath } from './paths.ts'
import { pictureReader } from './picture-store.ts'
import { mediaWords } from './words.ts'

type DescribingHandlers = Record<'show' | 'save', StaffHandler>

/** Several pictures at once: each is saved by itself, so that one that is refused holds nobody up. */
export function describingHandlers(tools: StaffTools): DescribingHandlers {
  const { config, database, showNewsroom } = tools
  const words = describingWords[config.language]
  const media = mediaWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const judging = { media, describing: words, brokenLetters }
  const reader = pictureReader(database.read)

  return { show, save }

  async function show(req: Request, res: Response, { desk }: Visit) {
    const before = idFrom(req.query['before'])
    const pictures = await reader.listNewest({ filter: 'missing', before, found: null }, mostAtOnce + 1)
    const typed = pictures.map((picture) => ({ picture, description: picture }))
    await showNewsroom(res, 'media/describing', await pageOf(typed, noticeFor(req), []), desk)
  }

  function noticeFor({ query }: Request): Notice {
    const count = idFrom(query['xong'])
    if (count !== null) return { kind: 'ok', text: words.saved(count) }
    return 'trong' in query ? { kind: 'warn', text: words.nothingTyped } : null
  }

  async function save(req: Request, res: Response, { staff, desk }: Visit) {
    const form = req.body as Submitted
    const left: Typed[] = []
    const issues: Issue[] = []
    let saved = 0
    for (const typed of await listTyped(form)) {
      const isDone = isSavedAlready(typed)
      const wrong = isDone || isUntouched(typed) ? [] : typedIssues(typed, judging)
      if (!isDone && (isUntouched(typed) || wrong.length > 0)) {
        left.push(typed)
        issues.push(...wrong)
        continue
      }
      if (!isDone) await describePicture(tools, staff, typed.picture.id, typed.description)
      saved++
    }
    if (issues.length === 0) return res.redirect(303, `${describingPath}?${saved > 0 ? `xong=${saved}` : 'trong'}`)
    const notice: Notice = saved > 0 ? { kind: 'ok', text: words.saved(saved) } : null
    await showNewsroom(res, 'media/describing', await pageOf(left, notice, issues), desk, 422)
  }

  async function listTyped(form: Submitted): Promise<Typed[]> {
    const ids = readIds(form)
    const pictures = await reader.listByIds(ids)
    return ids.flatMap((id) => pictures.get(id) ?? []).map((picture) => readTyped(form, picture))
  }

  async function pageOf(typed: Typed[], notice: Notice, issues: Issue[]): Promise<DescribingPage> {
    return describingPage({
      typed,
      uses: await reader.countUses(typed.map(({ picture }) => picture.id)),
      left: await reader.count('missing'),
      notice,
      issues,
      words,
      media,
      toFix,
    })
  }
}
