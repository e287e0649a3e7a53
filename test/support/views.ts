import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listFiles, root } from './sources.ts'

/** One template; `name` is what `res` is shown (`audit/lines`), or the path of a part (`site/parts/field`). */
export type Template = { path: string; name: string; text: string }

/** A piece of a template: text, or code with the sign that opened it. */
export type Piece = { kind: 'text' | 'code' | 'shown' | 'raw' | 'comment'; text: string; line: number }

/** What the first line says; null when it does not say it. */
export type Contract = { type: string; isInDesk: boolean; file: string }

export function readTemplates(): Template[] {
  return listFiles('views', '.ejs').map((path) => ({
    path,
    name: path.replace(/^views\/|\.ejs$/g, ''),
    text: readFileSync(join(root, path), 'utf8'),
  }))
}

export function contractOf({ text }: Template): Contract | null {
  const found = /^<%# page: (\w+(?:\[\])?)( in desk)? from (src\/[a-z/-]+) -%>$/.exec(text.split('\n')[0] ?? '')
  return found && { type: found[1] ?? '', isInDesk: found[2] !== undefined, file: found[3] ?? '' }
}

/** `site/field` for `views/site/parts/field.ejs`; null for a view. */
export function partName({ name }: Template): string | null {
  return name.includes('/parts/') ? name.replace('/parts/', '/') : null
}

const kinds = { '#': 'comment', '=': 'shown', '-': 'raw', _: 'code', '': 'code' } as const

export function piecesOf({ text }: Template): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const add = (kind: Piece['kind'], from: number, to: number) => {
    if (to > from) pieces.push({ kind, text: text.slice(from, to), line: text.slice(0, from).split('\n').length })
  }
  for (const found of text.matchAll(/<%([#=_-]?)(?!%)([\s\S]*?)[-_]?%>/g)) {
    add('text', end, found.index)
    const from = found.index + 2 + (found[1] ?? '').length
    add(kinds[(found[1] ?? '') as keyof typeof kinds], from, from + (found[2] ?? '').length)
    end = found.index + found[0].length
  }
  add('text', end, text.length)
  return pieces
}

/**
 * Compiles the templates as TypeScript, with the project's own strictness, together with the sources that show them.
 * Gives one line for each fault, such as `views/news/card.ejs:7 Property 'titel' does not exist…`.
 */
export function compileViews(templates: Template[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-views-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
    checkWhatIsShown(folder)
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['views', 'src'], exclude: ['src/editor'] }),
    )
    for (const [path, text] of [...templates.map(compiled), typesFile(templates)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return faultsFrom(
      spawnSync(join(root, 'node_modules/.bin/tsc'), ['--pretty', 'false'], { cwd: folder, encoding: 'utf8' }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A function whose lines are the template's lines: text becomes nothing but its line breaks. */
function compiled(template: Template): [path: string, text: string] {
  const page = pageType(template)
  const head = [
    `import type { Desk, Site } from '../../src/site/layout.ts'; import type { Part } from '../types.ts'; ${page.import} export type Page = ${page.type};`,
    'declare function $shown(value: string | number): void; declare function $raw(html: string): void;',
    `export function view(page: Page, site: Site, part: Part): void { void page; void site; void part; void (0 as unknown as Desk);`,
  ].join(' ')
  const body = piecesOf(template).map(({ kind, text }) => {
    if (kind === 'code') return ` ; ${text} `
    if (kind === 'shown' || kind === 'raw') return ` ; $${kind}(${text}) `
    return '\n'.repeat(text.split('\n').length - 1)
  })
  return [compiledPath(template), `${head}${body.join('')} }\n`]
}

/** All in one folder, so that every path to the sources is as long. */
const compiledPath = ({ name }: Template) => `views/all/${name.replaceAll('/', '+')}.ejs.ts`
const templatePath = (path: string) =>
  path.startsWith('views/all/') ? path.replace('/all/', '/').replaceAll('+', '/').replace(/\.ts$/, '') : path

function pageType(template: Template): { import: string; type: string } {
  const contract = contractOf(template)
  if (!contract) return { import: '', type: 'never' }
  const { type, isInDesk, file } = contract
  const isBuiltIn = ['null', 'string', 'number'].includes(type)
  const named = type.replace('[]', '')
  return {
    import: isBuiltIn ? '' : `import type { ${named} as Declared } from '../../${file}.ts';`,
    type: `${isBuiltIn ? type : type.replace(named, 'Declared')}${isInDesk ? ' & { desk: Desk }' : ''}`,
  }
}

/** Which page each part and each view expects. */
function typesFile(templates: Template[]): [path: string, text: string] {
  const page = (template: Template) => `import('./${compiledPath(template).slice('views/'.length)}').Page`
  const desk = (template: Template) =>
    contractOf(template)?.isInDesk ? `import('../src/site/layout.ts').Desk` : 'unknown'
  const parts = templates.filter((template) => partName(template) !== null)
  return [
    'views/types.ts',
    [
      'export type Parts = {',
      ...parts.map((template) => `  '${partName(template)}': ${page(template)}`),
      '}',
      'export type Part = <Name extends keyof Parts>(name: Name, page: Parts[Name]) => string',
      'export type Views = {',
      ...templates.map((template) => `  '${template.name}': { page: ${page(template)}; desk: ${desk(template)} }`),
      '}',
      "export type Shown<Name extends keyof Views> = Omit<Views[Name]['page'], 'desk'>",
      '',
    ].join('\n'),
  ]
}

/** In the copy of the sources, showing a view asks for the page that its template declares. */
function checkWhatIsShown(folder: string) {
  const path = join(folder, 'src/site/show.ts')
  const text = readFileSync(path, 'utf8')
  const types = {
    Show: 'page: PublicPage & Shown<Name>, status?: number',
    ShowNewsroom: "page: NewsroomPage & Shown<Name>, desk: (Desk | null) & AllViews[Name]['desk'], status?: number",
  }
  let typed = `import type { Shown, Views as AllViews } from '../../views/types.ts'; ${text}`
  for (const [name, rest] of Object.entries(types)) {
    const declared = new RegExp(`^export type ${name} = [\\s\\S]*?=> Promise<void>$`, 'm')
    if (!declared.test(typed)) throw new Error(`src/site/show.ts declares no type ${name}`)
    typed = typed.replace(declared, (before) => {
      const lines = '\n'.repeat(before.split('\n').length - 1)
      return `export type ${name} = <Name extends keyof AllViews>(res: Response, view: Name, ${rest}) => Promise<void>${lines}`
    })
  }
  writeFileSync(path, typed)
}

function faultsFrom({ stdout, stderr }: { stdout: string; stderr: string }): string[] {
  if (stderr) throw new Error(stderr)
  return stdout
    .split('\n')
    .filter((line) => /\): error TS\d+: /.test(line))
    .map((line) =>
      line.replace(
        /^(.*)\((\d+),\d+\): error TS\d+: /,
        (_, path: string, number: string) => `${templatePath(path)}:${number} `,
      ),
    )
}
