import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as givenDocuments from '../documents/given-documents.ts'
import { pdfSaying } from '../documents/sample-files.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { formIn } from './editor-form.ts'

test('readers get the documents of an article with kind, size and pages, and find it by their words', async () => {
  const portal = await testPortal()
  const bytes = pdfSaying('Danh sach ho ngheo duoc cap gao')
  const { id } = await givenDocuments.document(portal, { name: 'Danh sách.pdf', bytes })
  const article = await given.article(portal, { as: 'draft', typed: { documents: String(id) } })
  const search = () => portal.visitor().get('/tim-kiem?q=ngheo+gao')
  assert.doesNotMatch((await search()).main(), /Hội nghị tổng kết/)
  assert.match((await portal.as(duc).get('/quan-tri/bai-viet?q=ngheo+gao')).main(), /Hội nghị tổng kết/)

  const form = formIn(await portal.as(duc).get(article.desk))
  assert.equal((await portal.as(duc).post(`${article.desk}/dang`, { ...form, documents: String(id) })).status, 303)
  const { text } = await portal.visitor().get(article.path)
  const path = /href="(\/tai-lieu\/[^"]+)"/.exec(text)?.[1] ?? ''
  assert.match(text, /PDF[^<]*1 trang/)
  const file = await portal.visitor().get(path)
  assert.deepEqual([file.status, file.headers.get('content-type')], [200, 'application/pdf'])
  assert.match((await search()).main(), /Hội nghị tổng kết/)
})

test('a document that is taken off a draft stays with the edition that readers have', async () => {
  const portal = await testPortal()
  const { id } = await givenDocuments.document(portal)
  const article = await given.article(portal, { typed: { documents: String(id) } })
  const form = formIn(await portal.as(huong).get(article.desk))
  assert.equal((await portal.as(huong).post(article.desk, { ...form, documents: '' })).status, 303)

  assert.match((await portal.visitor().get(article.path)).text, /href="\/tai-lieu\//)
  const history = await portal.as(huong).get(`${article.desk}/so-sanh`)
  assert.match(history.main(), /Tài liệu đính kèm/)
})
