import { pictureReader } from '../media/index.ts'
import { articleReader } from './article-store.ts'
import { homeCategories } from './home-blocks.ts'
import type { HomeParts } from './home-page.ts'
import type { NewsTools } from './index.ts'
import type { List } from './list.ts'
import { coverIds } from './story-part.ts'

/** Enough to find five with a picture and six more. */
const mostNewest = 30
const mostPinned = 3
/** Enough for a block even when the opening already shows five of them. */
const mostInCategory = 9

type HomeTools = Pick<NewsTools, 'database' | 'readTree' | 'readAgency'>
type HomeContent = Pick<HomeParts, 'description' | 'pinned' | 'newest' | 'categories' | 'tree' | 'pictures'>

export async function readHome({ database, readTree, readAgency }: HomeTools, now: string): Promise<HomeContent> {
  const articles = articleReader(database.read)
  const { agency } = await readAgency()
  const tree = await readTree()
  const blocks = homeCategories(tree)
  const pinned = await articles.listPinned(now, mostPinned)
  const [newest = [], ...ofBlocks] = await articles.listNewestOfEach(
    [{ list: everything, most: mostNewest }, ...blocks.map(({ id }) => ({ list: listOf(id), most: mostInCategory }))],
    now,
  )
  const pictures = await pictureReader(database.read).listByIds(coverIds([...pinned, ...newest, ...ofBlocks.flat()]))
  const categories = blocks.map((category, place) => ({ category, headlines: ofBlocks[place] ?? [] }))
  return { description: agency.description, pinned, newest, categories, tree, pictures }
}

const everything: List = { kind: 'all' }
const listOf = (id: number): List => ({ kind: 'category', id })
