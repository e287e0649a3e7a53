import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { deskArticleReader } from '../../src/articles/index.ts'
import { type RunWish, runImport, type Summary } from '../../src/imports/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import type { TestPortal } from '../support/test-portal.ts'

export const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)

/** A folder of its own, gone with the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-import-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function writeInto(folder: string, path: string, content: string | Buffer): Promise<string> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
  return join(folder, path)
}

/** A photo of its own colour, so that no two are the same to the library. */
export const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 700, height: 500, channels: 3, background } })
    .jpeg()
    .toBuffer()

export type Line = {
  number: number
  line: number | null
  key: string
  title: string
  outcome: string
  state: string | null
  articleId: number | null
  newAddress: string | null
  oldAddresses: string[]
  problems: { what: string; name: string }[]
}

export type Imported = { summary: Summary; lines: Line[]; line(title: string): Line }

/** Imports as the command would; `lines` is the report. */
export async function importInto(portal: TestPortal, wish: Partial<RunWish> & { path: string }): Promise<Imported> {
  const report = join(await emptyFolder(), 'bao-cao.jsonl')
  const whole: RunWish = {
    name: 'cong-cu',
    mapping: null,
    media: null,
    category: null,
    makesCategories: false,
    asDrafts: false,
    isTrial: false,
    allowedHosts: [],
    redirects: null,
    report,
    ...wish,
  }
  const summary = await runImport(portal, whole, () => {})
  assert.ok(!('issue' in summary), JSON.stringify(summary))
  const lines = (await readFile(report, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line))
  const line = (title: string) =>
    lines.find((each) => each.title === title) ?? assert.fail(`${title} is not in the report`)
  return { summary, lines, line }
}

export const problemsOf = ({ problems }: Line): string[] => problems.map(({ what }) => what)

export async function articleOf(portal: TestPortal, { articleId }: Line) {
  return (await deskArticleReader(portal.database.write).find(articleId ?? 0)) ?? assert.fail('no such article')
}

export async function countArticles({ database }: TestPortal): Promise<number> {
  const { count } = await database.write
    .selectFrom('articles')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
