import { readAgencyParts } from '../agency/index.ts'
import type { RenderTools } from '../articles/index.ts'
import { type CategoryTree, categoryReader } from '../categories/index.ts'
import { type Checked, type Finding, internalPathsIn, runChecks } from '../checks/index.ts'
import type { Config } from '../config.ts'
import type { Reader } from '../database/index.ts'
import type { Rendering } from '../markdown/index.ts'
import { type Picture, pictureReader } from '../media/index.ts'
import { articleReader } from '../news/index.ts'
import { searchPath } from '../search/index.ts'
import { idFrom } from '../site/forms.ts'
import type { ArticleForm } from './article-form.ts'

export type CheckTools = RenderTools & { config: Pick<Config, 'language' | 'siteUrl'> }

type Examined = { form: ArticleForm; rendering: Rendering | null; cover: Picture | null; tree: CategoryTree }

/** Whoever writes more links than that has them looked up no further. */
const mostPaths = 100

/** Everything that the checks before publishing have to say of a form. */
export async function checkArticle(tools: CheckTools, { form, rendering, cover, tree }: Examined): Promise<Finding[]> {
  const { read } = tools.database
  const { content } = form
  const bodyHtml = rendering?.html ?? ''
  const siteHosts = [new URL(tools.config.siteUrl).hostname]
  const checked: Checked = {
    ...content,
    bodyHtml,
    cover: cover && { ...cover, ...form.cover },
    bodyPictures: await bodyPictures(read, rendering),
    missingPictures: (rendering?.missing.length ?? 0) > 0,
    knownPaths: await knownPaths(read, internalPathsIn(bodyHtml, siteHosts), tree),
    siteHosts,
    knownHosts: await hostsOfLinks(tools),
  }
  return runChecks(checked, tools.config.language)
}

async function bodyPictures(read: Reader, rendering: Rendering | null): Promise<Checked['bodyPictures']> {
  const shown = rendering?.shown ?? []
  const pictures = await pictureReader(read).listByIds(shown.map(({ id }) => id))
  return shown.flatMap((one) => {
    const picture = pictures.get(one.id)
    return picture ? [{ ...picture, ...one }] : []
  })
}

/** Of these paths of ours those that lead somewhere, for a reader or by a redirect. */
async function knownPaths(read: Reader, paths: string[], tree: CategoryTree): Promise<Set<string>> {
  const known = new Set<string>(paths.slice(mostPaths))
  for (const path of paths.slice(0, mostPaths)) if (await isKnown(read, path, tree)) known.add(path)
  return known
}

async function isKnown(read: Reader, path: string, tree: CategoryTree): Promise<boolean> {
  if (['/', '/lien-he', '/dinh-chinh', searchPath].includes(path) || /^\/(hinh-anh|tai-lieu|tep-tinh)\//.test(path))
    return true
  const articleId = idFrom(/^\/tin-bai\/(?:.*-)?(\d+)$/.exec(path)?.[1])
  if (articleId !== null) return articleReader(read).hasAddress(articleId)
  return tree.all.some((category) => category.path === path) || (await categoryReader(read).findIdByPath(path)) !== null
}

async function hostsOfLinks({ database }: CheckTools): Promise<string[]> {
  const { links } = await readAgencyParts(database)
  return links.flatMap(({ address }) => (URL.canParse(address) ? [new URL(address).hostname] : []))
}
