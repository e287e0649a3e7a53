import { test } from 'node:test'
import { testPortal } from './test-portal.ts'
import { openBrowser, openPage, axeViolations, complaintsOf } from './browser.ts'
import { an } from './people.ts'
console.time('open')
const browser = await openBrowser()
console.timeEnd('open')
test('x', async () => {
  const portal = await testPortal()
  const page = await openPage(browser, portal, { as: an, width: 390 })
  const c = complaintsOf(page, portal)
  await page.goto('/quan-tri/can-bo')
  console.log(await page.title(), await axeViolations(page), c)
  await page.goto('/quan-tri/nhat-ky')
  console.log(await page.title(), await axeViolations(page), c)
  const p2 = await openPage(browser, portal, { script: false })
  await p2.goto('/lien-he')
  console.log(await p2.title())
  console.log(await axeViolations(p2))
})
