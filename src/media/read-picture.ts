import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import type { World } from '../site/world.ts'
import type { Description, Picture } from './picture.ts'
import { type PicturePage, picturePage } from './picture-page.ts'
import { pictureReader } from './picture-store.ts'
import type { TypedCrop, TypedFocus } from './shape-form.ts'
import { shapePart } from './shape-page.ts'
import { shapeWords } from './shape-words.ts'
import { versionReader } from './version-store.ts'
import { mediaWords } from './words.ts'

type PictureTools = { database: Database; world: World; config: Pick<Config, 'language' | 'timeZone'> }

/** What somebody typed, when a form comes back, and what there is to say about it. */
export type Said = {
  notice?: Notice
  issues?: Issue[]
  description?: Description
  consent?: string
  focus?: TypedFocus
  crop?: TypedCrop
}

const mostTwins = 12

/** One picture with everything that is known of it, as this person may change it. */
export async function readPicture(
  { database, world, config }: PictureTools,
  { staff, desk }: Visit,
  picture: Picture,
  said: Said,
): Promise<PicturePage> {
  const reader = pictureReader(database.read)
  const { language, timeZone } = config
  const issues = said.issues ?? []
  return picturePage({
    picture,
    description: said.description ?? picture,
    consent: said.consent ?? (await reader.getConsent(picture.id)),
    uses: await reader.listUses(picture.id),
    uploader: (await reader.listUploaders([picture.id])).get(picture.id) ?? null,
    isPublic: await reader.isPublic(picture.id, world.clock.now()),
    issues,
    notice: said.notice ?? null,
    shape: shapePart({
      picture,
      versions: await versionReader(database.read).list(picture.id),
      twins: await reader.listTwins(picture.id, mostTwins),
      mayChange: mayChange(staff, await reader.isLetThrough(picture.id)),
      typedFocus: said.focus ?? null,
      typedCrop: said.crop ?? null,
      formToken: desk.formToken,
      issues,
      timeZone,
      words: shapeWords[language],
    }),
    timeZone,
    words: mediaWords[language],
    toFix: siteWords[language].toFix,
  })
}

/** What readers see, or shall see, changes only by somebody who may publish. */
export const mayChange = (staff: Pick<StaffMember, 'may'>, isLetThrough: boolean): boolean =>
  !isLetThrough || staff.may('publish-articles')
