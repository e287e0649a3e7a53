import { rm } from 'node:fs/promises'
import type { Description, Picture } from '../media/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { partCaption } from '../word-files/index.ts'
import type { Received } from './article-of-file.ts'
import { textBefore } from './draft-body.ts'
import type { WordDraftTools } from './index.ts'
import { type OpeningForm, textOf } from './opening-form.ts'
import type { MissingPicture, WaitingFile } from './waiting-file.ts'
import { waitingFiles } from './waiting-files.ts'

type Intake = Received & { missing: MissingPicture[]; originalIssue: string | null }

/** Pictures, and the file itself where that was asked for; what is refused keeps nothing back. */
export async function receiveParts(
  tools: WordDraftTools,
  staff: StaffMember,
  file: WaitingFile,
  typed: OpeningForm,
): Promise<Intake> {
  const { body, pictures: words } = textOf(file, typed)
  const pictures = new Map<number, Picture>()
  const missing: MissingPicture[] = []
  for (const at of file.pictures.keys()) {
    const received = await receiveOne(tools, staff, file, at, typed)
    if ('issue' in received) {
      const caption = words[at]?.caption ?? ''
      missing.push({ number: at + 1, caption, after: textBefore(body, at), issue: received.issue })
    } else pictures.set(at, received)
  }
  const original = typed.attachesOriginal && file.isOffice ? await attach(tools, staff, file) : null
  return {
    pictures,
    missing,
    documentId: typeof original === 'number' ? original : null,
    originalIssue: typeof original === 'string' ? original : null,
  }
}

/** A picture that the library had keeps the words that it has there. */
async function receiveOne(
  { config, pictures }: WordDraftTools,
  staff: StaffMember,
  file: WaitingFile,
  at: number,
  typed: OpeningForm,
): Promise<Picture | { issue: string }> {
  const found = file.pictures[at]?.found
  if (found && 'issue' in found) return found
  const path = waitingFiles(config.uploads).pictureOf({ staffId: staff.id, key: file.key }, at)
  const received = await pictures.receive(staff, { path, originalName: nameOf(file, at) })
  if ('issue' in received || received.isKnown) return 'issue' in received ? received : received.picture
  const description = descriptionOf(file, at, typed)
  await pictures.describe(staff, received.picture.id, description)
  return { ...received.picture, ...description }
}

function descriptionOf(file: WaitingFile, at: number, typed: OpeningForm): Description {
  const { alternativeText = '', isDecorative = false } = typed.descriptions[at] ?? {}
  return { alternativeText, isDecorative, ...partCaption(textOf(file, typed).pictures[at]?.caption ?? '') }
}

/** Inside of a file all pictures are called "image1.jpeg": nobody would find them in the library. */
function nameOf({ name, pictures }: WaitingFile, at: number): string {
  const [, ending = ''] = /(\.[a-z]+)$/i.exec(pictures[at]?.name ?? '') ?? []
  return `${name.replace(/\.\w+$/, '')} - ảnh ${at + 1}${ending}`
}

/** The id of the document, or why the library does not take the file. */
async function attach(
  { config, world, documents }: WordDraftTools,
  staff: StaffMember,
  { key, name }: WaitingFile,
): Promise<number | string> {
  const files = waitingFiles(config.uploads)
  const copy = await files.copyOriginal({ staffId: staff.id, key }, world.random(16).toString('hex'))
  try {
    const received = await documents.receive(staff, { path: copy, originalName: name })
    return 'issue' in received ? received.issue : received.document.id
  } finally {
    await rm(copy, { force: true })
  }
}

export const countUndescribed = ({ descriptions }: OpeningForm, { pictures }: Received): number =>
  descriptions.filter(({ alternativeText, isDecorative }, at) => {
    const picture = pictures.get(at)
    return picture && alternativeText === '' && !isDecorative && !picture.isDecorative && picture.alternativeText === ''
  }).length
