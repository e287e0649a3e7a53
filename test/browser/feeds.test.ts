import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser, openPage } from '../support/browser.ts'
import { sampleDistrict } from '../support/sample-district.ts'

const browser = await openBrowser()
const portal = await sampleDistrict()

test('somebody who opens a feed copies its address with one press', async () => {
  const page = await openPage(browser, portal)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await page.getByRole('link', { name: 'Kênh tin (RSS)' }).click()
  await page.getByRole('link', { name: 'RSS: Kinh tế' }).click()
  await page.getByRole('button', { name: 'Chép địa chỉ RSS' }).click()
  await page.getByRole('button', { name: 'Đã chép địa chỉ' }).waitFor()

  const copied = await page.evaluate('navigator.clipboard.readText()')
  assert.equal(copied, `${portal.config.siteUrl}/rss/tin-tuc/kinh-te.xml`)
})

test('without script the address stands there to be copied, and nothing promises more', async () => {
  const page = await openPage(browser, portal, { script: false, width: 390 })
  await page.goto('/rss')

  assert.equal(await page.locator('code').first().textContent(), `${portal.config.siteUrl}/rss`)
  assert.equal(await page.getByRole('button', { name: /Chép/ }).count(), 0)
  assert.equal(await page.locator('[data-copy]').count(), 3)
})
