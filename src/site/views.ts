import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'

/** Shows a template inside another: `part('news/card', card)` is `views/news/parts/card.ejs`. */
export type Part = (name: string, page: unknown) => string

export type Views = {
  /** `news/article` is `views/news/article.ejs`; the only names in its scope are `page`, `site` and `part`. */
  render(name: string, page: unknown, site: unknown): string
}

export function createViews(folder: string): Views {
  const templates = compileAll(folder)
  const find = (name: string) => templates.get(name) ?? missing(name)

  const draw = (name: string, page: unknown, site: unknown): string =>
    find(name)({ page, site, part: (partName: string, partPage: unknown) => draw(partPath(partName), partPage, site) })

  return { render: draw }
}

/** Every template is compiled at start, so a broken one stops the start and not a reader. */
function compileAll(folder: string): Map<string, TemplateFunction> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'))
  return new Map(files.map((file) => [templateName(file), compileFile(join(folder, file))]))
}

function compileFile(filename: string): TemplateFunction {
  return ejs.compile(readFileSync(filename, 'utf8'), {
    filename,
    strict: true,
    _with: false,
    localsName: 'scope',
    destructuredLocals: ['page', 'site', 'part'],
    async: false,
  } as { async: false })
}

const templateName = (file: string) =>
  relative('.', file)
    .replaceAll('\\', '/')
    .replace(/\.ejs$/, '')
const partPath = (name: string) => name.replace('/', '/parts/')

function missing(name: string): never {
  throw new Error(`no template views/${name}.ejs`)
}
