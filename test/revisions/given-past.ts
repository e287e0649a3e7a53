import type { Content } from '../../src/articles/index.ts'
import { buildTree } from '../../src/categories/index.ts'
import { gateWords } from '../../src/newsdesk/index.ts'
import type { Names } from '../../src/revisions/content-fields.ts'
import type { Edition, EditionHead, PresentArticle } from '../../src/revisions/edition.ts'
import type { ArticleEvent } from '../../src/revisions/history.ts'
import { revisionWords } from '../../src/revisions/words.ts'

/** Values for the rules of this room; `import * as given` elsewhere is for whole portals. */

export const head = (number: number, parts: Partial<EditionHead> = {}): EditionHead => ({
  id: number * 10,
  number,
  hash: `${number}`.repeat(64),
  savedAt: `2017-02-1${number}T03:00:00.000Z`,
  savedByName: 'Nguyễn Thị Hương',
  ...parts,
})

export const content = (parts: Partial<Content> = {}): Content => ({
  title: 'Hội nghị tổng kết',
  slug: 'hoi-nghi-tong-ket',
  lead: 'Sáng 15/02, huyện tổng kết công tác năm.',
  body: 'Toàn huyện có 1.284 hộ nghèo.\n\nHội nghị kết thúc trong buổi sáng.',
  categoryId: 2,
  genre: 'news',
  author: 'Lan Hương',
  unit: 'Văn phòng huyện',
  sourceName: '',
  sourceAddress: '',
  tags: ['hội nghị'],
  coverPictureId: null,
  documentIds: [],
  publishAt: null,
  expireAt: null,
  pinUntil: null,
  change: { kind: 'minor', note: '', wrong: '', right: '' },
  ...parts,
})

export const edition = (number: number, parts: Partial<Content> = {}): Edition => ({
  ...head(number),
  bodyPictures: 0,
  content: content(parts),
})

export const article = (parts: Partial<PresentArticle> = {}): PresentArticle => ({
  id: 7,
  slug: 'hoi-nghi-tong-ket',
  version: 3,
  editionId: 20,
  draftEditionId: 20,
  liveEditionId: null,
  publishedAt: null,
  deletedAt: null,
  content: { title: 'Hội nghị tổng kết' },
  ...parts,
})

/** The events of one edition after the other, a minute apart. */
export const events = (...told: [act: ArticleEvent['act'], editionId: number | null, staffName?: string][]) =>
  told.map(
    ([act, editionId, staffName = 'Nguyễn Thị Hương'], minute): ArticleEvent => ({
      act,
      editionId,
      staffName,
      note: '',
      at: `2017-02-17T03:${String(minute).padStart(2, '0')}:00.000Z`,
    }),
  )

const place = { slug: '', description: '', position: 1, homePosition: null, hiddenAt: null }

export const names: Names = {
  tree: buildTree([
    { ...place, id: 1, parentId: null, name: 'Tin tức' },
    { ...place, id: 2, parentId: 1, name: 'Kinh tế' },
  ]),
  pictures: new Map(),
  timeZone: 'Asia/Ho_Chi_Minh',
  documents: [],
  genres: gateWords.vi.genres,
  words: revisionWords.vi,
}
