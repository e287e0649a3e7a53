import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, openPage } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import { root } from '../support/sources.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** As it leaves the page: bytes are counted. `again` is what cleaning makes of what was cleaned. */
export type Cleaned = {
  html: string
  pictures: { name: string; type: string; bytes: number }[]
  dropped: { what: string; count: number; names: string[] }[]
  legacy: { encoding: string; fonts: string[]; html: string } | null
  again: string
}

export type PastePage = {
  page: Page
  complaints: string[]
  clean(html: string, rtf?: string): Promise<Cleaned>
  cleanPlain(words: string): Promise<string>
}

/** The cleaner alone, on a page of ours, under its content security policy. */
export async function openPastePage(browser: Browser, portal: TestPortal): Promise<PastePage> {
  const page = await openPage(browser, portal, { as: huong })
  const complaints = complaintsOf(page, portal)
  await page.goto('/quan-tri/bai-viet/moi')
  await page.evaluate(await bundled())
  return {
    page,
    complaints,
    clean: (html, rtf = '') => page.evaluate(([html, rtf]) => pasteParts.clean(html, rtf), [html, rtf] as const),
    cleanPlain: (words) => page.evaluate((words) => pasteParts.cleanPlain(words), words),
  }
}

export const readFixture = (name: string): string =>
  readFileSync(join(root, 'test/editor/fixtures/paste', name), 'utf8')

declare const pasteParts: { clean(html: string, rtf: string): Cleaned; cleanPlain(words: string): string }

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: join(root, 'src/editor/paste/cleaning'), loader: 'ts' },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const entry = `
  import { cleanPasted, cleanPlainPasted } from './clean-pasted.ts'
  globalThis.pasteParts = {
    clean(html, rtf) {
      const cleaned = cleanPasted(html, { rtf })
      const pictures = cleaned.pictures.map(({ name, type, bytes }) => ({ name, type, bytes: bytes.length }))
      return { ...cleaned, pictures, again: cleanPasted(cleaned.html).html }
    },
    cleanPlain: (words) => cleanPlainPasted(words).html,
  }`
