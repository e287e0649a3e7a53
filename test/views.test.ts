import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readSources } from './support/sources.ts'
import {
  compileViews,
  contractOf,
  type Piece,
  partName,
  piecesOf,
  readTemplates,
  type Template,
} from './support/views.ts'

const templates = readTemplates()
const sources = readSources('src')

/** One line for each piece of a template that something is wrong with. */
function faults(all: Template[], judge: (piece: Piece) => string[]): string[] {
  return all.flatMap((template) =>
    piecesOf(template).flatMap((piece) => judge(piece).map((text) => `${template.path}:${piece.line} ${text}`)),
  )
}

test('every template says on its first line which page it shows', () => {
  assert.deepEqual(
    templates.filter((template) => contractOf(template) === null).map(({ path }) => path),
    [],
  )
  assert.ok(templates.length > 20)
})

describe('compiled as TypeScript', () => {
  const canary = (name: string, ...lines: string[]): Template => ({
    path: `views/${name}.ejs`,
    name,
    text: lines.join('\n'),
  })
  const audit = '<%# page: AuditPage from src/audit/audit-page -%>'
  const broken = [
    canary('audit/misspelt', audit, '<h1><%= page.title %></h1>', '<p>', '<%= page.titel %>', '</p>'),
    canary('audit/nullable', audit, '<a', '   href="<%= page.older %>">'),
    canary('audit/object', audit, '<% for (const row of page.rows) { -%>', '<%= row %>', '<% } -%>'),
    canary('audit/no-part', audit, `<%- part('site/feild', page.filters[0]) %>`),
    canary('audit/wrong-part', audit, '', `<%- part('site/icon', 'unicorn') %>`),
    canary('audit/no-desk', audit, '<%= page.desk.formToken %>'),
    canary('audit/no-type', '<%# page: AuditPlage from src/audit/audit-page -%>'),
    canary('audit/site', audit, '<%= site.words.skipp %>', '<%= site.asset(1) %>'),
  ]
  // One compilation takes as long for both questions.
  const found = compileViews([...templates, ...broken])
  const isAbout = (line: string, { path }: Template) => line.startsWith(`${path}:`)

  test('every template fits its page, and every page its template', () => {
    const ofOurs = found.filter((line) => !broken.some((template) => isAbout(line, template)))
    assert.deepEqual(ofOurs, [])
  })

  test('a template that does not fit is named with its line', () => {
    const places = found.map((line) => line.split(' ')[0])
    const wanted = [
      'views/audit/misspelt.ejs:4',
      'views/audit/no-desk.ejs:2',
      'views/audit/no-part.ejs:2',
      'views/audit/no-type.ejs:1',
      'views/audit/nullable.ejs:3',
      'views/audit/object.ejs:3',
      'views/audit/site.ejs:2',
      'views/audit/site.ejs:3',
      'views/audit/wrong-part.ejs:3',
    ]
    assert.deepEqual(
      wanted.filter((line) => !places.includes(line)),
      [],
    )
    assert.ok(!places.includes('views/audit/misspelt.ejs:2'))
  })

  test('a route that shows a view with another view’s page is named with its line', () => {
    const lines = templates.map((template) =>
      template.name === 'audit/lines'
        ? {
            ...template,
            text: template.text.replace(
              'AuditPage in desk from src/audit/audit-page',
              'ContactPage from src/agency/agency-page',
            ),
          }
        : template,
    )
    assert.ok(compileViews(lines).some((line) => /^src\/audit\/staff-routes\.ts:\d+ /.test(line)))
  })
})

describe('in every template', () => {
  test('only page, site and part are in reach', () => {
    const unknown = templates.flatMap((template) => strangers(template).map((name) => `${template.path}: ${name}`))
    assert.deepEqual(unknown, [])
  })

  test('nothing but a cleaned body and a part is shown unescaped', () => {
    const raw = faults(templates, ({ kind, text }) =>
      kind === 'raw' && !/^(page\.bodyHtml|part\([\s\S]*\))$/.test(text.trim()) ? [text] : [],
    )
    // Its type says that it was escaped for the place where it stands.
    const [json, ...others] = raw
    assert.match(json ?? '', /^views\/site\/parts\/structured-data\.ejs:2 \s*page\.json\s*$/)
    assert.deepEqual(others, [])
  })

  test('there is no code and no style that the security policy would refuse', () => {
    const refused =
      /\sstyle\s*=|\son[a-z]+\s*=|<script\b(?![^>]*\s(?:src=|type="application\/ld\+json"))|<style\b|javascript:/gi
    assert.deepEqual(
      faults(templates, ({ kind, text }) => (kind === 'text' ? (text.match(refused) ?? []) : [])),
      [],
    )
    assert.equal(' <p onclick="a()" style="b">< style><script>'.match(refused)?.length, 3)
  })

  test('no tag is left open, and none is a literal one', () => {
    const left = templates.filter(
      ({ text }) => text.replace(/<%[\s\S]*?%>/g, '').match(/<%|%>/) || text.includes('<%%'),
    )
    assert.deepEqual(
      left.map(({ path }) => path),
      [],
    )
  })
})

describe('templates and sources', () => {
  const partsNamed = templates
    .flatMap((template) => piecesOf(template).filter(({ kind }) => kind === 'raw'))
    .flatMap(({ text }) => [...text.matchAll(/'([a-z-]+\/[a-z-]+)'/g)].map((found) => found[1] ?? ''))
  const literals = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/'([a-z-]+(?:\/[a-z-]+)+)'/g)].map((found) => found[1] ?? '')),
  )

  test('every template is used', () => {
    const unused = templates.filter(
      (template) => !literals.has(template.name) && !partsNamed.includes(partName(template) ?? ''),
    )
    assert.deepEqual(
      unused.map(({ path }) => path),
      [],
    )
  })

  test('every view that is shown exists', () => {
    const shown = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:show[A-Z]?\w*|render)\(\s*(?:res,\s*)?'([a-z-]+(?:\/[a-z-]+)+)'/g)].map((found) => ({
        path,
        name: found[1] ?? '',
      })),
    )
    const missing = shown.filter(({ name }) => !templates.some((template) => template.name === name))
    assert.deepEqual(missing, [])
    assert.ok(shown.length > 5)
  })

  test('every part that a template names exists', () => {
    const parts = templates.map(partName)
    assert.deepEqual(
      partsNamed.filter((name) => !parts.includes(name)),
      [],
    )
    assert.ok(partsNamed.length > 20)
  })
})

describe('the reading of templates can be trusted', () => {
  const template = (text: string): Template => ({ path: 'views/a/b.ejs', name: 'a/b', text })

  test('every kind of tag is told apart', () => {
    const pieces = piecesOf(template(`<%# c -%>\n<p><%= a %><%- b -%>\n<%_ if (d) { _%><% } %>`)).map(
      ({ kind, text, line }) => `${line} ${kind} ${text.trim()}`,
    )
    assert.deepEqual(
      pieces,
      ['1 comment c', '1 text', '2 shown a', '2 raw b', '2 text', '3 code if (d) {', '3 code }'].map((line) =>
        line === '1 text' ? '1 text <p>' : line === '2 text' ? '2 text ' : line,
      ),
    )
  })

  test('a name that nobody gave is found, a local one, a key and a text are not', () => {
    const names = (text: string) => strangers(template(text))
    assert.deepEqual(names('<%= process.env.HOME %><%= include("x") %>'), ['process', 'include'])
    assert.deepEqual(
      names(
        '<% for (const [place, node] of page.nodes.entries()) { %><%= node.process %><%= `$' +
          '{place} secret $' +
          '{locals}` %><% } %>',
      ),
      ['locals'],
    )
    assert.deepEqual(
      names(
        "<%- part('a/b', { process: page.a ? 'global' : site.b, list: page.c.filter((one) => one.ok).map(two => two) }) %>",
      ),
      [],
    )
    assert.deepEqual(
      names('<%= Math.max(1, page.n) %><% const { a, b } = page; if (a && typeof b === "string" && !null) { %><% } %>'),
      [],
    )
  })
})

/** Names that a template uses without having been given them. */
function strangers(template: Template): string[] {
  const code = piecesOf(template)
    .filter(({ kind }) => ['code', 'shown', 'raw'].includes(kind))
    .map(({ text }) => withoutTexts(text))
    .join('\n;')
  const known = new Set([...given, ...keywords, ...harmless, ...localNames(code)])
  const used = [...code.matchAll(/(?<![\w$.]|\?\.)[A-Za-z_$][\w$]*/g)].filter(
    ({ index, 0: name }) => !isKey(code, index, name),
  )
  return [...new Set(used.map(([name]) => name))].filter((name) => !known.has(name))
}

const given = ['page', 'site', 'part']
const keywords = ['const', 'let', 'for', 'of', 'in', 'if', 'else', 'true', 'false', 'null', 'undefined', 'typeof']
const harmless = ['Array', 'Boolean', 'Math', 'Number', 'Object', 'String']

const isKey = (code: string, index: number, name: string) =>
  /[{,]\s*$/.test(code.slice(0, index)) && /^\s*:/.test(code.slice(index + name.length))

function localNames(code: string): string[] {
  const declared = [...code.matchAll(/\b(?:const|let)\s+([{[][^}\]]*[}\]]|\w+)/g)].map((found) => found[1] ?? '')
  const parameters = [...code.matchAll(/\(([^()]*)\)\s*=>|(\w+)\s*=>/g)].map((found) => found[1] ?? found[2] ?? '')
  return [...declared, ...parameters].flatMap((names) => names.match(/[\w$]+/g) ?? [])
}

/** Leaves of quoted texts nothing but what is computed inside them. */
function withoutTexts(code: string): string {
  return code
    .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''")
    .replace(
      /`(?:[^`\\]|\\.)*`/g,
      (text) => `(${[...text.matchAll(/\$\{([^}]*)\}/g)].map((found) => found[1]).join(';')})`,
    )
}
