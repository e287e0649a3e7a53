/** A place in the tree "Chuyên mục". */
export type Category = {
  id: number
  parentId: number | null
  slug: string
  name: string
  description: string
  position: number
  /** Place among the blocks of the home page; null leaves it out. */
  homePosition: number | null
  /** Hidden categories leave menus and the home page; their addresses keep working. */
  hiddenAt: string | null
}

export type CategoryNode = Category & {
  /** Address on the public site, such as `/tin-tuc/kinh-te`. */
  path: string
  depth: number
  /** The name, with that of the category above where the tree has it twice: no two pages shall be called the same. */
  pageName: string
  children: CategoryNode[]
}

export type CategoryTree = {
  roots: CategoryNode[]
  /** Every node, parents before children, in menu order. */
  all: CategoryNode[]
  find(id: number | null): CategoryNode | undefined
  /** By its present address. */
  findByPath(path: string): CategoryNode | undefined
  /** From the root down to the node itself. */
  lineage(id: number): CategoryNode[]
  /** The node and everything below it. */
  branch(id: number): CategoryNode[]
}

export function buildTree(categories: readonly Category[]): CategoryTree {
  const roots = childrenOf(null, categories, twinNames(categories))
  const all = roots.flatMap(flatten)
  const byId = new Map(all.map((node) => [node.id, node]))
  const byPath = new Map(all.map((node) => [node.path, node]))
  const find = (id: number | null) => (id === null ? undefined : byId.get(id))
  const findByPath = (path: string) => byPath.get(path)

  function lineage(id: number): CategoryNode[] {
    const node = find(id)
    if (!node) return []
    return node.parentId === null ? [node] : [...lineage(node.parentId), node]
  }

  function branch(id: number): CategoryNode[] {
    const node = find(id)
    return node ? flatten(node) : []
  }

  return { roots, all, find, findByPath, lineage, branch }
}

function childrenOf(
  above: Omit<CategoryNode, 'children'> | null,
  categories: readonly Category[],
  twins: ReadonlySet<string>,
): CategoryNode[] {
  return categories
    .filter(({ parentId }) => parentId === (above?.id ?? null))
    .sort((a, b) => a.position - b.position || a.id - b.id)
    .map((category) => {
      const { name, slug } = category
      const pageName = above && twins.has(name) ? `${name} (${above.name})` : name
      const node = { ...category, path: `${above?.path ?? ''}/${slug}`, depth: above ? above.depth + 1 : 0, pageName }
      return { ...node, children: childrenOf(node, categories, twins) }
    })
}

function twinNames(categories: readonly Category[]): Set<string> {
  const seen = new Set<string>()
  return new Set(categories.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size))
}

const flatten = (node: CategoryNode): CategoryNode[] => [node, ...node.children.flatMap(flatten)]

/** First steps of addresses that belong to the portal itself. */
const reservedSlugs = new Set([
  'api',
  'atom',
  'chinh-sach-bao-mat',
  'dieu-khoan',
  'dinh-chinh',
  'en',
  'favicon',
  'hinh-anh',
  'healthz',
  'hien-thi',
  'hoi-dap',
  'kenh-tin',
  'lich-cong-tac',
  'lien-he',
  'luu-tru',
  'metrics',
  'quan-tri',
  'readyz',
  'robots',
  'rss',
  'sitemap',
  'so-do-cong',
  'tac-gia',
  'tai-lieu',
  'tep-tinh',
  'the-chia-se',
  'tim-kiem',
  'tin-bai',
  'tin-doc-nhieu',
  'tin-moi',
  'tu-khoa',
  'tuyen-bo-tiep-can',
  'xem-truoc',
])

export const isReserved = (parentId: number | null, slug: string): boolean =>
  parentId === null && reservedSlugs.has(slug)
