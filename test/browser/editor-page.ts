import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'

/** The parts of the editor that need a browser but no portal, as `src/editor/for-tests.ts` hands them out. */
export async function openEditorParts(browser: Browser): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/src/editor/for-tests.ts`],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  const context = await browser.newContext()
  closeAfterTest(() => context.close())
  const page = await context.newPage()
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  return page
}

/** Asks one of the parts, such as `rewrite`, in the page. */
export const ask = <Answer>(page: Page, part: string, given: unknown): Promise<Answer> =>
  page.evaluate(`window.editorParts[${JSON.stringify(part)}](${JSON.stringify(given)})`) as Promise<Answer>
