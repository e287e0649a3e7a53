import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Import, importsOf, lineAt, readSources, root, type Source } from './support/sources.ts'

const sources = readSources('src')
/** Below the rooms: what every room may stand on. */
const ground = ['site', 'text', 'database']
/** What the programs `main.ts` and `cli.ts`, and the editor in the browser, are made of: no rooms, so they have no doors. */
const programs = ['operations', 'editor']
const longestFile = 260

/** `src/news/article.ts` lies in `news`; files of the top level lie in no folder. */
const folderOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const isRoom = (folder: string | null): folder is string =>
  folder !== null && ![...ground, ...programs].includes(folder)
const isOurs = ({ from }: Import): boolean => from.startsWith('src/')
const isStore = (path: string): boolean => /-store\.ts$|\/search-index[^/]*\.ts$/.test(path)

type Wall = (source: Source, found: Import) => boolean

/** One line for each import that breaks the wall. */
function breaches(files: Source[], breaks: Wall): string[] {
  return files.flatMap((source) =>
    source.imports
      .filter((found) => breaks(source, found))
      .map((found) => `${source.path}:${found.line} imports ${found.from}`),
  )
}

/** One line for each place in the text that matches. */
function mentions(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => `${path}:${lineAt(text, index)} ${words.trim()}`),
  )
}

const not = (...paths: string[]) => sources.filter(({ path }) => !paths.includes(path))

describe('the arrows of the house', () => {
  test('a room is entered through its door', () => {
    const wall: Wall = ({ path }, { from }) => {
      const target = folderOf(from)
      return isRoom(target) && target !== folderOf(path) && from !== `src/${target}/index.ts`
    }
    assert.deepEqual(breaches(sources.filter(isOfServer), wall), [])
  })

  test('the browser takes from rooms only what runs anywhere', () => {
    const inBrowser = sources.filter((source) => !isOfServer(source))
    const wall: Wall = (_, { from }) => isRoom(folderOf(from)) && !runsAnywhere(from)
    assert.deepEqual(breaches(inBrowser, wall), [])
    assert.ok(inBrowser.some(({ imports }) => imports.some(({ from }) => isRoom(folderOf(from)))))
    assert.equal(runsAnywhere('src/markdown/index.ts'), false)
  })

  test('the database is entered through its door', () => {
    const wall: Wall = ({ path }, { from }) =>
      folderOf(from) === 'database' && folderOf(path) !== 'database' && from !== 'src/database/index.ts'
    assert.deepEqual(breaches(sources, wall), [])
  })

  test('rooms never lean on each other in a circle', () => assert.deepEqual(circles(roomsBehind(sources)), []))

  test('nothing of the ground leans on a room', () => {
    const inGround = sources.filter(({ path }) => ground.includes(folderOf(path) ?? ''))
    assert.deepEqual(
      breaches(inGround, (_, { from }) => isRoom(folderOf(from))),
      [],
    )
    assert.ok(inGround.length > 10)
  })

  test('text leans on nothing at all', () => {
    const text = sources.filter(({ path }) => folderOf(path) === 'text')
    assert.deepEqual(
      breaches(text, (_, { from }) => folderOf(from) !== 'text'),
      [],
    )
    assert.ok(text.length > 5)
  })

  test('only what builds or starts the portal knows all its rooms', () => {
    const builders = ['src/portal.ts', 'src/main.ts', 'src/cli.ts']
    const others = not(...builders).filter(({ path }) => !programs.includes(folderOf(path) ?? ''))
    assert.deepEqual(
      breaches(others, (_, { from }) => builders.includes(from)),
      [],
    )
  })
})

describe('the role in a file’s name', () => {
  const named = (pattern: RegExp) => sources.filter(({ path }) => isRoom(folderOf(path)) && pattern.test(nameOf(path)))
  // The shape of a thing costs nothing at run time: what these walls keep out is the ability to act.
  const canAct: Wall = (_, found) => !found.isType && (isStore(found.from) || folderOf(found.from) === 'database')

  test('a page builder reaches no store and no database', () => {
    assert.deepEqual(breaches(named(/-page\.ts$/), canAct), [])
    assert.ok(named(/-page\.ts$/).length >= 4)
  })

  test('a form reader reaches no store and no database', () => {
    assert.deepEqual(breaches(named(/-form\.ts$/), canAct), [])
    assert.ok(named(/-form\.ts$/).length >= 2)
  })

  test('what a page builder or a form reader stands on in its room is as pure as itself', () => {
    const below = named(/-(page|form)\.ts$/).flatMap((source) => everythingBelow(source))
    assert.deepEqual(breaches([...new Set(below)], canAct), [])
    assert.ok(below.length > 5)
  })

  test('a noun is pure: no store, no database, no Express, no Kysely', () => {
    // One word names a noun, except these.
    const others = ['index.ts', 'paths.ts', 'words.ts', 'guard.ts', 'cookies.ts', 'rerender.ts']
    const nouns = named(/^[a-z]+\.ts$/).filter(
      ({ path }) => !others.includes(nameOf(path)) && folderOf(path) !== 'sample',
    )
    const wall: Wall = (source, found) => canAct(source, found) || ['express', 'kysely'].includes(found.from)
    assert.deepEqual(breaches(nouns, wall), [])
    assert.ok(nouns.length >= 5)
  })

  test('paths import nothing', () => {
    assert.deepEqual(
      breaches(named(/^paths\.ts$/), () => true),
      [],
    )
  })

  test('words import nothing that runs, but for the forms of numbers and dates', () => {
    assert.deepEqual(
      breaches(sources.filter(isWording), (_, found) => !found.isType && folderOf(found.from) !== 'text'),
      [],
    )
  })

  test('public routes know neither staff nor how to write', () => {
    const publicRoutes = named(/^public-routes\.ts$/)
    assert.deepEqual(
      breaches(publicRoutes, (_, { from }) => folderOf(from) === 'accounts' || /staff-router/.test(from)),
      [],
    )
    assert.deepEqual(mentions(publicRoutes, /database\.write|inTransaction|[cC]ookie\(/g), [])
    assert.ok(publicRoutes.length > 0)
  })

  test('a staff route cannot be registered without a permission', () => {
    const staffRoutes = named(/^[a-z-]*staff-routes\.ts$/)
    assert.deepEqual(mentions(staffRoutes, /\bRouter\(|\.router\./g), [])
    assert.ok(staffRoutes.every(({ text }) => text.includes('createStaffRouter()')))
    assert.ok(staffRoutes.length >= 3)
  })
})

describe('who may touch what', () => {
  test('Kysely stays in the database, in stores and in the search index', () => {
    const wall: Wall = ({ path }, { from }) => /^kysely/.test(from) && folderOf(path) !== 'database' && !isStore(path)
    assert.deepEqual(breaches(sources, wall), [])
  })

  test('Express stays in routes, in the site and where the portal is built', () => {
    const others = ['src/portal.ts', 'src/main.ts', 'src/accounts/guard.ts', 'src/accounts/cookies.ts']
    const mayKnow = (path: string) => /-routes\.ts$/.test(path) || folderOf(path) === 'site' || others.includes(path)
    // A door says which routers it hands out; a type is enough for that.
    const isDoorsType = (path: string, { isType }: Import) => isType && nameOf(path) === 'index.ts'
    const wall: Wall = ({ path }, found) => found.from === 'express' && !mayKnow(path) && !isDoorsType(path, found)
    assert.deepEqual(breaches(sources, wall), [])
  })

  test('the environment is read where the program starts', () => {
    assert.deepEqual(mentions(not('src/main.ts', 'src/cli.ts'), /process\.env|import\.meta\.env/g), [])
  })

  test('only programs speak to the console', () => {
    assert.deepEqual(mentions(not('src/main.ts', 'src/cli.ts'), /\bconsole\./g), [])
  })

  test('no module keeps state of its own', () => {
    assert.deepEqual(mentions(sources, /^(export )?(let|var) .*/gm), [])
  })
})

describe('every file', () => {
  test(`has at most ${longestFile} lines`, () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    assert.deepEqual(
      long.filter(({ lines }) => lines > longestFile).map(({ path, lines }) => `${path}: ${lines} lines`),
      [],
    )
  })

  test('is finished, and checked without exception', () => {
    const excuses = /\b(TODO|FIXME|XXX)\b|biome-ignore|@ts-(ignore|expect-error|nocheck)|\bas any\b/g
    assert.deepEqual(mentions([...sources, ...readSources('public/scripts', '.js')], excuses), [])
  })
})

describe('the wording', () => {
  for (const { path } of sources.filter(isWording)) {
    test(`${path} says the same things in Vietnamese and in English`, async () => {
      const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href)
      const both = Object.values(exported).filter(isBilingual)
      assert.ok(both.length > 0, 'exports no { vi, en }')
      for (const { vi, en } of both) {
        assert.deepEqual(shapeOf(vi), shapeOf(en))
        assert.deepEqual([...emptyPlaces(vi), ...emptyPlaces(en)], [])
      }
    })
  }
})

describe('these walls can be seen to stand', () => {
  test('every way to import is seen, and what is only a type is told apart', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from '../b/index.ts'",
      "import {\n  type C,\n  type D,\n} from 'c'",
      "import e, { type F } from 'e'",
      "export { g, type H } from './g.ts'",
      "const i = await import('./i.ts')",
      "import './j.ts'",
    ]
    const seen = importsOf('src/news/article.ts', text.join('\n')).map(
      ({ from, isType }) => `${from}${isType ? ' (type)' : ''}`,
    )
    const wanted = [
      'src/news/a.ts',
      'src/b/index.ts (type)',
      'c (type)',
      'e',
      'src/news/g.ts',
      'src/news/j.ts',
      'src/news/i.ts',
    ]
    assert.deepEqual(seen, wanted)
  })

  test('no import of any file is overlooked', () => {
    for (const { path, text, imports } of sources) {
      assert.equal(
        imports.length,
        text.match(/^(import|export|\}).* from '|^import '|\bimport\('/gm)?.length ?? 0,
        path,
      )
    }
  })

  test('a circle is found', () => {
    const rooms = new Map([
      ['news', new Set(['media'])],
      ['media', new Set(['audit', 'newsdesk'])],
      ['newsdesk', new Set(['news'])],
      ['audit', new Set<string>()],
    ])
    assert.deepEqual(circles(rooms), ['news → media → newsdesk → news'])
  })

  test('a missing or different word is found', () => {
    assert.notDeepEqual(shapeOf({ a: '', b: { c: '' } }), shapeOf({ a: '', b: {} }))
    assert.notDeepEqual(shapeOf({ a: () => '' }), shapeOf({ a: '' }))
    assert.deepEqual(emptyPlaces({ a: { b: ' ', c: 'có' } }), ['a.b'])
  })
})

const isOfServer = ({ path }: Source) => folderOf(path) !== 'editor'

/** It needs neither Node nor a library, and nor does what it stands on. */
function runsAnywhere(path: string): boolean {
  const source = sources.find((one) => one.path === path)
  return source?.imports.every((found) => found.isType || (isOurs(found) && runsAnywhere(found.from))) ?? false
}

/** The files of its own room that it runs, directly or through others. */
function everythingBelow(source: Source, seen = new Set<Source>()): Source[] {
  for (const { from, isType } of source.imports) {
    const below = sources.find(({ path }) => path === from)
    if (!below || isType || folderOf(from) !== folderOf(source.path) || seen.has(below)) continue
    seen.add(below)
    everythingBelow(below, seen)
  }
  return [...seen]
}

/** Which rooms each room leans on. */
function roomsBehind(files: Source[]): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const room = folderOf(path)
    if (!isRoom(room)) continue
    const behind = rooms.get(room) ?? new Set()
    for (const target of imports.filter(isOurs).map(({ from }) => folderOf(from))) {
      if (isRoom(target) && target !== room) behind.add(target)
    }
    rooms.set(room, behind)
  }
  return rooms
}

/** Each circle once, told from the room that comes first. */
function circles(rooms: Map<string, Set<string>>): string[] {
  const finished = new Set<string>()
  const found: string[] = []
  const walk = (room: string, way: string[]) => {
    if (way.includes(room)) return void found.push([...way.slice(way.indexOf(room)), room].join(' → '))
    if (finished.has(room)) return
    for (const next of rooms.get(room) ?? []) walk(next, [...way, room])
    finished.add(room)
  }
  for (const room of rooms.keys()) walk(room, [])
  return found
}

type Bilingual = { vi: object; en: object }

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value
}

/** `words.ts`, and what a large room says of one subject; the text room has lists of words besides. */
function isWording({ path }: { path: string }): boolean {
  return nameOf(path) === 'words.ts' || (/-words\.ts$/.test(path) && !path.startsWith('src/text/'))
}

/** Names and kinds, without the words: `{ save: 'string', wait: 'function', errors: { … } }`. */
function shapeOf(words: unknown): unknown {
  if (Array.isArray(words)) return words.map(shapeOf)
  if (typeof words !== 'object' || words === null) return typeof words
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, shapeOf(value)]))
}

function emptyPlaces(words: unknown, place = ''): string[] {
  if (typeof words === 'string') return words.trim() === '' ? [place] : []
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, value]) => emptyPlaces(value, place ? `${place}.${name}` : name))
}
