import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { PictureWish } from '../media/index.ts'
import { keepTogether } from '../text/display.ts'
import type { Headline } from './article.ts'
import { type Notice, notice, type Story, type StoryTools, story } from './story-part.ts'
import { isAmongNotices } from './validity.ts'
import type { NewsWords } from './words.ts'

/** A category of the home page with its newest articles. */
export type HomeCategory = { category: CategoryNode; headlines: Headline[] }

type BlockHead = { id: string; name: string; path: string; seeAll: string }
/** One story with its picture, then plain links. */
export type TopicBlock = BlockHead & { kind: 'topic'; first: Story; others: Story[] }
/** Headlines under their days. */
export type NoticeBlock = BlockHead & { kind: 'notices'; notices: Notice[] }
export type Block = TopicBlock | NoticeBlock

/** Neighbouring blocks of one kind, which stand side by side. */
export type BlockRow = { kind: Block['kind']; blocks: Block[] }

type BlockTools = StoryTools & { tree: CategoryTree; now: string; words: NewsWords }

const mostNotices = 4
const mostLinks = 3
const picture: PictureWish = { sizes: '(min-width: 60rem) 24rem, (min-width: 44rem) 45vw, 7rem', loading: 'lazy' }

/** The categories that officers chose for the home page, in their order. */
export function homeCategories(tree: CategoryTree): CategoryNode[] {
  const isInMenu = ({ id }: CategoryNode) => tree.lineage(id).every((node) => node.hiddenAt === null)
  return tree.all
    .filter((node) => node.homePosition !== null && isInMenu(node))
    .sort((a, b) => (a.homePosition ?? 0) - (b.homePosition ?? 0) || a.id - b.id)
}

/** Categories without articles are left out. `shown` are the articles that stand above, with their pictures. */
export function blockRows(categories: HomeCategory[], shown: ReadonlySet<number>, tools: BlockTools): BlockRow[] {
  const rows: BlockRow[] = []
  for (const { category, headlines } of categories.filter(({ headlines }) => headlines.length > 0)) {
    const next = block(category, headlines, shown, tools)
    const row = rows.at(-1)
    if (row?.kind === next.kind) row.blocks.push(next)
    else rows.push({ kind: next.kind, blocks: [next] })
  }
  return rows
}

function block(category: CategoryNode, headlines: Headline[], shown: ReadonlySet<number>, tools: BlockTools): Block {
  const fresh = headlines.filter((headline) => !shown.has(headline.id))
  const stories = fresh.length > 0 ? fresh : headlines
  const first = stories.find(({ coverPictureId }) => tools.pictures.has(coverPictureId ?? 0))
  return first && !isAmongNotices(category.path)
    ? topicBlock(category, first, stories, tools)
    : noticeBlock(category, headlines, tools)
}

function topicBlock(category: CategoryNode, first: Headline, headlines: Headline[], tools: BlockTools): TopicBlock {
  const others = headlines.filter((headline) => headline !== first).slice(0, mostLinks)
  return {
    kind: 'topic',
    ...blockHead(category, tools.words),
    first: story(first, picture, tools),
    others: others.map((headline) => story(headline, null, tools)),
  }
}

function noticeBlock(category: CategoryNode, headlines: Headline[], tools: BlockTools): NoticeBlock {
  const nameBelow = (id: number | null) => (id === category.id ? null : keepTogether(tools.tree.find(id)?.name ?? ''))
  return {
    kind: 'notices',
    ...blockHead(category, tools.words),
    notices: headlines.slice(0, mostNotices).map((headline) => notice(headline, nameBelow(headline.categoryId), tools)),
  }
}

const blockHead = ({ id, name, path }: CategoryNode, { seeAll }: NewsWords): BlockHead => ({
  id: `block-${id}`,
  name: keepTogether(name),
  path,
  seeAll,
})
