import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { setEnd, tell, withdraw } from '../news/given-news.ts'
import type { Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** Where the article of the first user stands. */
export const seedCategory = '/tin-tuc/lao-dong-thuong-binh-va-xa-hoi'

/** The first address on a page that fits, such as that of an article. */
export async function addressOn(portal: TestPortal, path: string, pattern: RegExp): Promise<string> {
  const { text } = await portal.visitor().get(path)
  const [, address] = pattern.exec(text) ?? []
  if (!address) throw new Error(`nothing like ${pattern} on ${path}`)
  return address
}

export const seedArticle = (portal: TestPortal) =>
  addressOn(portal, seedCategory, /href="(\/tin-bai\/ban-vi-su-tien-bo-phu-nu[^"]+)"/)

export const articleWithTable = (portal: TestPortal) =>
  addressOn(portal, seedCategory, /href="(\/tin-bai\/phien-giao-dich-viec-lam[^"]+)"/)

/** Articles that ended, and one that was corrected twice, as the newsdesk leaves them. */
export async function articlesWithAStory({ database, clock }: TestPortal) {
  const [gone, withdrawn, expired, corrected] = [2, 3, 4, 5]
  const now = clock.now()
  await database.write.updateTable('articles').set({ deleted_at: now }).where('id', '=', gone).execute()
  await withdraw(database, withdrawn, { at: now, reason: 'Trùng lịch thu hoạch' })
  await setEnd(database, expired, now)
  await database.write.updateTable('articles').set({ updated_at: now }).where('id', '=', corrected).execute()
  const wrong = { kind: 'correction', at: now, wrong: 'ở mốt số địa phương', right: 'ở một số địa phương' } as const
  await tell(database, corrected, { at: now, note: 'Bổ sung hai ảnh' })
  await tell(database, corrected, { ...wrong, note: 'Có chỗ sai chính tả' })
  await tell(database, corrected, wrong)
  const path = (id: number) => `/tin-bai/${id}`
  return { gone: path(gone), withdrawn: path(withdrawn), expired: path(expired), corrected: path(corrected) }
}

/** What a form opens in a window of its own. */
export async function windowOpenedBy(context: BrowserContext, press: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), press()])
  await page.waitForLoadState()
  return page
}

/** What stands out at the right of the window, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>

/** An unpublished article of hers; gives its address in the newsroom. */
export async function draftOf(portal: TestPortal, person: Person, title = 'Bản nháp của Hương'): Promise<string> {
  const answer = await portal.as(person).post('/quan-tri/bai-viet', { version: '0', title, body: 'Chữ đầu tiên.' })
  return answer.location?.replace(/\?.*/, '') ?? assert.fail(`${answer.status} ${answer.main()}`)
}

export async function versionOf(portal: TestPortal, person: Person, path: string): Promise<string> {
  const { text } = await portal.as(person).get(path)
  return /name="version" value="(\d+)"/.exec(text)?.[1] ?? assert.fail(`no version on ${path}`)
}
