import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'

/** Shows a template inside another: `part('news/card', card)` is `views/news/parts/card.ejs`. */
export type Part = (name: string, page: unknown) => string

export type Views = {
  /** `news/article` is `views/news/article.ejs`; the only names in its scope are `page`, `site` and `part`. */
  render(name: string, page: unknown, site: object): string
}

/** The frame of a page follows from where the reader stands: it is drawn once for each place, until `site` is another. */
const keptParts = new Set(['site/header', 'site/footer', 'site/around'])
/** More than there are categories. */
const mostKept = 1_000

export function createViews(folder: string): Views {
  const templates = compileAll(folder)
  const parts = partsAmong(templates)
  const partsOfSites = new WeakMap<object, Part>()

  function partOf(site: object): Part {
    const part = partsOfSites.get(site) ?? createPart(parts, site)
    partsOfSites.set(site, part)
    return part
  }

  return {
    render: (name, page, site) => (templates.get(name) ?? missing(name))({ page, site, part: partOf(site) }),
  }
}

function createPart(parts: Templates, site: object): Part {
  const kept = new Map<string, string>()

  const part: Part = (name, page) => (keptParts.has(name) ? keep(name, page) : draw(name, page))
  const draw: Part = (name, page) => (parts.get(name) ?? missing(name))({ page, site, part })

  function keep(name: string, page: unknown): string {
    const key = `${name} ${JSON.stringify(page)}`
    const html = kept.get(key) ?? draw(name, page)
    if (kept.size < mostKept) kept.set(key, html)
    return html
  }

  return part
}

type Templates = Map<string, TemplateFunction>

/** Every template is compiled at start, so a broken one stops the start and not a reader. */
function compileAll(folder: string): Templates {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'))
  return new Map(files.map((file) => [templatePath(file), compileFile(join(folder, file))]))
}

/** By the names that `part` calls them by. */
const partsAmong = (templates: Templates): Templates =>
  new Map(
    [...templates]
      .filter(([path]) => path.includes('/parts/'))
      .map(([path, template]) => [path.replace('/parts/', '/'), template]),
  )

function compileFile(filename: string): TemplateFunction {
  return ejs.compile(readFileSync(filename, 'utf8'), {
    filename,
    strict: true,
    _with: false,
    localsName: 'scope',
    destructuredLocals: ['page', 'site', 'part'],
    // EJS would copy the scope for each template, against names in it that come from outside: ours come from above.
    unsafePrototypeLocals: true,
    async: false,
  } as { async: false })
}

const templatePath = (file: string) =>
  relative('.', file)
    .replaceAll('\\', '/')
    .replace(/\.ejs$/, '')

function missing(name: string): never {
  throw new Error(`no template for ${name}`)
}
