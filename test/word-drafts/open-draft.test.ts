import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createArticles } from '../../src/articles/index.ts'
import { createDocuments } from '../../src/documents/index.ts'
import { createMedia } from '../../src/media/index.ts'
import { dakPoArticle } from '../../src/sample/articles/dak-po.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { normalText } from '../../src/text/normal-form.ts'
import { openDraft } from '../../src/word-drafts/open-draft.ts'
import { proposedForm } from '../../src/word-drafts/opening-form.ts'
import { waitingFiles } from '../../src/word-drafts/waiting-files.ts'
import { createWordReader } from '../../src/word-files/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { binh, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { docxOf, wordParagraph } from '../word-files/given-archive.ts'
import {
  arrivingIn,
  articleIdIn,
  articleWith,
  countOf,
  formOn,
  png,
  shelfOf,
  storedArticle,
  takeOver,
  waiting,
} from './given-word-files.ts'

const noticeOn = async (portal: TestPortal, path: string | null) =>
  /<div class="notice"[\s\S]*?<p>([^<]*)</.exec((await portal.as(huong).get(path ?? '')).main())?.[1]

describe('the article of the first user, laid out as an office does', () => {
  test('becomes a draft as it is proposed, its picture the cover', async () => {
    const portal = await testPortal()
    const answer = await takeOver(portal, await waiting(portal))
    const id = articleIdIn(answer)

    const { cover_picture_id, ...article } = await storedArticle(portal, id)
    assert.deepEqual(article, {
      title: dakPoArticle.title,
      lead: dakPoArticle.lead,
      body: normalText(dakPoArticle.body),
      author: 'Lan Hương',
      unit: 'Văn phòng HĐND và UBND huyện',
      category_id: null,
      genre: 'news',
      tags: '[]',
    })
    const cover = await portal.database.write.selectFrom('pictures').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual(
      [cover.id, cover.alternative_text, cover.caption, cover.credit, cover.original_name, cover.public_since],
      [
        cover_picture_id,
        'Quang cảnh Hội nghị trực tuyến tại điểm cầu tỉnh.',
        'Quang cảnh Hội nghị trực tuyến tại điểm cầu tỉnh.',
        'Ảnh: Lan Hương',
        'dak-po - ảnh 1.jpeg',
        null,
      ],
    )
    assert.equal(
      await noticeOn(portal, answer.location),
      'Đã mở tệp Word thành bản nháp này. Còn lại: chọn chuyên mục.',
    )
  })

  test('stands in the history and in the log with the name of its file', async () => {
    const portal = await testPortal()
    const id = articleIdIn(await takeOver(portal, await waiting(portal)))
    const lines = await portal.database.write
      .selectFrom('audit_lines')
      .select(['act', 'note', 'staff_name'])
      .where('subject_kind', '=', 'article')
      .execute()
    assert.deepEqual(lines, [{ act: 'created', note: 'Từ tệp “dak-po.docx”', staff_name: huong.name }])
    assert.match((await portal.as(huong).get(`/quan-tri/bai-viet/${id}/lich-su`)).main(), /Từ tệp “dak-po\.docx”/)
  })

  test('is not public, and nobody who may not open it gets its pictures', async () => {
    const portal = await testPortal()
    const id = articleIdIn(await takeOver(portal, await waiting(portal)))
    assert.equal((await portal.visitor().get(`/tin-bai/${id}`)).status, 404)
    const picture = await portal.database.write
      .selectFrom('pictures')
      .select(['key', 'file_name'])
      .executeTakeFirstOrThrow()
    const file = `${picture.key}/${picture.file_name}-320.jpg`
    assert.equal((await portal.visitor().get(`/hinh-anh/${file}`)).status, 404)
    assert.equal((await portal.as(huong).get(`/quan-tri/hinh-anh/tep/${file}`)).status, 200)
  })
})

describe('what is typed beside a file', () => {
  test('is what the draft gets', async () => {
    const portal = await testPortal()
    const categoryId = await given.category(portal, 'Nông nghiệp')
    const bytes = articleWith([await png('#2f7d4f'), await png('#7d2f4f')])
    const path = await waiting(portal, { name: 'đường.docx', bytes })
    const answer = await takeOver(portal, path, {
      title: 'Bốn thôn đắp đường ra đồng',
      categoryId: String(categoryId),
      cover: '2',
      'alternativeText-1': 'Bà con [thôn Tân Hòa] đắp đường "mới"',
      'isDecorative-2': '1',
    })
    const article = await storedArticle(portal, articleIdIn(answer))
    const pictures = await portal.database.write
      .selectFrom('pictures')
      .select(['id', 'alternative_text', 'decorative_at', 'original_name'])
      .orderBy('id')
      .execute()
    assert.deepEqual(
      [article.title, article.category_id, article.cover_picture_id],
      ['Bốn thôn đắp đường ra đồng', categoryId, pictures[1]?.id],
    )
    assert.equal(
      article.body,
      `Mỗi hộ góp hai ngày công.\n\n![Bà con \\[thôn Tân Hòa\\] đắp đường "mới"](anh:${pictures[0]?.id})\n\nXã hỗ trợ 40 tấn xi măng.`,
    )
    assert.deepEqual(
      pictures.map((picture) => [picture.alternative_text, picture.decorative_at !== null, picture.original_name]),
      [
        ['Bà con [thôn Tân Hòa] đắp đường "mới"', false, 'đường - ảnh 1.png'],
        ['', true, 'đường - ảnh 2.png'],
      ],
    )
    assert.match((await noticeOn(portal, answer.location)) ?? '', /nháp này\. Đọc lại một lượt rồi gửi đi\.$/)
  })

  test('comes back with its sentence when something of it is wrong, and nothing was received', async () => {
    const portal = await testPortal()
    const path = await waiting(portal)
    const typed = { title: '', 'alternativeText-1': 'IMG_2024.jpg', categoryId: '987', attachesOriginal: '1' }
    const answer = await takeOver(portal, path, typed)
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Còn 3 chỗ cần sửa/)
    assert.match(answer.main(), /<a href="#title">Viết tiêu đề<\/a>/)
    assert.match(answer.main(), /<a href="#categoryId">Chuyên mục này không còn nữa/)
    assert.match(answer.main(), /<a href="#alternativeText-1">Mô tả đang giống tên tệp/)
    assert.match(answer.main(), />\nIMG_2024\.jpg<\/textarea>/)
    assert.match(answer.main(), /name="attachesOriginal"[^>]* checked>/)
    assert.deepEqual([await countOf(portal, 'articles'), await countOf(portal, 'pictures')], [0, 0])
    assert.equal((await takeOver(portal, path)).status, 303)
  })

  test('may be the letters of an old font, kept as they are', async () => {
    const portal = await testPortal()
    const wish = { name: 'tcvn3.docx' }
    const [unicode, asFound] = [await waiting(portal, wish), await waiting(portal, wish)]
    const article = await storedArticle(portal, articleIdIn(await takeOver(portal, unicode)))
    assert.match(article.lead, /^Sáng ngày 15\/02\/2017, Ban Vì sự tiến bộ phụ nữ/)
    const kept = await storedArticle(portal, articleIdIn(await takeOver(portal, asFound, { keepsLetters: '1' })))
    assert.match(kept.lead, /^S¸ng ngµy 15\/02\/2017/)
    assert.match(kept.title, /^Th«ng b¸o/)
  })

  test('is in the text where it is longer than its field', async () => {
    const portal = await testPortal()
    const lead = 'Huyện *Đak Pơ* tổng kết công tác năm. '.repeat(60).trim()
    const bold = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${lead}</w:t></w:r></w:p>`
    const rest = ['Một câu của bài.', 'Một câu nữa của bài.'].map(wordParagraph).join('')
    const path = await waiting(portal, { name: 'dài.docx', bytes: docxOf(wordParagraph('Tổng kết năm') + bold + rest) })
    const answer = await takeOver(portal, path)
    const article = await storedArticle(portal, articleIdIn(answer))
    assert.match((await noticeOn(portal, answer.location)) ?? '', /Còn lại: viết lời dẫn, chọn chuyên mục\.$/)
    assert.deepEqual([article.title, article.lead], ['Tổng kết năm', ''])
    assert.ok(article.body.startsWith('Huyện \\*Đak Pơ\\* tổng kết công tác năm.'), article.body.slice(0, 80))
    assert.ok(article.body.endsWith('Một câu của bài.\n\nMột câu nữa của bài.'))
  })

  test('leaves the number of a document as its tag, and makes it a notice', async () => {
    const portal = await testPortal()
    const path = await waiting(portal, { name: 'quyet-dinh.docx' })
    const { tags, genre } = await storedArticle(portal, articleIdIn(await takeOver(portal, path)))
    assert.deepEqual([JSON.parse(tags), genre], [['45/QĐ-UBND'], 'notice'])
  })
})

describe('a picture', () => {
  test('that the library has is used again, with the words that it has there', async () => {
    const portal = await testPortal()
    const [known, fresh] = [await png('#123456'), await png('#654321')]
    await portal.as(binh).upload('/quan-tri/hinh-anh', [{ field: 'pictures', name: 'chợ.png', bytes: known }])
    await portal.as(binh).post('/quan-tri/hinh-anh/1', { alternativeText: 'Chợ Hà Tam sáng thứ Bảy', credit: 'Lan' })
    const path = await waiting(portal, { name: 'chợ.docx', bytes: articleWith([known, fresh]) })
    const { body } = await storedArticle(portal, articleIdIn(await takeOver(portal, path)))
    assert.match(body, /!\[\]\(anh:1\)[\s\S]*!\[\]\(anh:2\)/)
    const { alternative_text } = await portal.database.write
      .selectFrom('pictures')
      .select('alternative_text')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    assert.deepEqual([await countOf(portal, 'pictures'), alternative_text], [2, 'Chợ Hà Tam sáng thứ Bảy'])
  })

  test('that cannot be used is told before, and the draft comes without it and says where it stood', async () => {
    const portal = await testPortal()
    const whole = await png('#2f7d4f')
    const path = await waiting(portal, { name: 'đường.docx', bytes: articleWith([whole, whole.subarray(0, 200)]) })
    const page = (await portal.as(huong).get(path)).main()
    assert.match(page, /Ảnh 2 không dùng được<\/p>\s*<p>Ảnh bị hỏng/)
    assert.match(page, /Chỗ của ảnh: sau đoạn “Xã hỗ trợ 40 tấn xi măng”/)
    assert.match(page, /<p>\[Ảnh 2 không dùng được\]<\/p>/)
    assert.doesNotMatch(page, /alternativeText-2|value="2"/)

    const answer = await takeOver(portal, path)
    const { body } = await storedArticle(portal, articleIdIn(answer))
    assert.match(body, /!\[\]\(anh:1\)\n\nXã hỗ trợ 40 tấn xi măng\.$/)
    assert.match(
      (await noticeOn(portal, answer.location)) ?? '',
      /viết mô tả cho 1 ảnh\. Thiếu ảnh 2\. Chỗ của ảnh: sau đoạn “Xã hỗ trợ 40 tấn xi măng”\. Ảnh bị hỏng/,
    )
  })
})

describe('the file itself', () => {
  test('is attached when that was asked for, and only then', async () => {
    const portal = await testPortal()
    const [without, withIt] = [await waiting(portal), await waiting(portal)]
    articleIdIn(await takeOver(portal, without))
    assert.equal(await countOf(portal, 'documents'), 0)
    const id = articleIdIn(await takeOver(portal, withIt, { attachesOriginal: '1' }))
    const attached = await portal.database.write
      .selectFrom('edition_documents')
      .innerJoin('documents', 'documents.id', 'edition_documents.document_id')
      .innerJoin('articles', 'articles.draft_edition_id', 'edition_documents.edition_id')
      .select(['articles.id', 'documents.title', 'documents.public_since'])
      .execute()
    assert.deepEqual(attached, [{ id, title: 'dak-po', public_since: null }])
  })

  test('is not offered for plain text', async () => {
    const portal = await testPortal()
    const path = await waiting(portal, { name: 'tin.txt', bytes: Buffer.from('Tin ngắn.\n\nMột câu nữa.') })
    const page = (await portal.as(huong).get(path)).main()
    assert.match(page, /Mở thành bản nháp/)
    assert.doesNotMatch(page, /attachesOriginal/)
    articleIdIn(await takeOver(portal, path, { attachesOriginal: '1', title: 'Tin ngắn' }))
    assert.equal(await countOf(portal, 'documents'), 0)
  })
})

describe('one file is one draft', () => {
  test('however often the button is pressed, also at the same moment', async () => {
    const portal = await testPortal()
    const path = await waiting(portal)
    const form = await formOn(portal, path, { attachesOriginal: '1' })
    const answers = await Promise.all([1, 2, 3].map(() => portal.as(huong).post(path, form)))
    const later = await portal.as(huong).post(path, { ...form, title: 'Viết khác đi' })
    const ids = [...answers, later].map(articleIdIn)
    assert.equal(new Set(ids).size, 1)
    const counts = ['articles', 'pictures', 'documents'] as const
    assert.deepEqual(await Promise.all(counts.map((table) => countOf(portal, table))), [1, 1, 1])
    assert.deepEqual(await arrivingIn(portal), [])
    assert.equal((await storedArticle(portal, ids[0] ?? 0)).title, dakPoArticle.title)
    assert.equal((await portal.as(huong).get(path)).location, `/quan-tri/bai-viet/${ids[0]}`)
    assert.doesNotMatch((await portal.as(huong).get('/quan-tri/bai-viet/tep-word')).main(), /dak-po\.docx/)
  })

  test('and two people with the same file have one each, with one picture', async () => {
    const portal = await testPortal()
    const paths = [await waiting(portal), await waiting(portal, { by: duc })]
    const answers = await Promise.all([takeOver(portal, paths[0] ?? ''), takeOver(portal, paths[1] ?? '', {}, duc)])
    assert.equal(new Set(answers.map(articleIdIn)).size, 2)
    assert.equal(await countOf(portal, 'pictures'), 1)
  })

  test('needs the token of the session', async () => {
    const portal = await testPortal()
    const path = await waiting(portal)
    assert.equal((await portal.as(huong).postRaw(path, { body: 'title=x' })).status, 403)
    assert.equal(await countOf(portal, 'articles'), 0)
  })
})

test('when saving fails no article stands; the pictures wait in the library, and the file for another try', async () => {
  const portal = await testPortal()
  const path = await waiting(portal)
  const staffId = await portal.idOf(huong)
  const key = path.split('/').at(-1) ?? ''
  const file = (await waitingFiles(portal.config.uploads).find({ staffId, key })) ?? assert.fail()
  const nobody = { id: staffId, name: huong.name, email: huong.email, categoryIds: null, may: () => false }

  await assert.rejects(openDraft(toolsOf(portal), nobody, file, proposedForm(file)), { status: 403 })

  assert.deepEqual([await countOf(portal, 'articles'), await countOf(portal, 'pictures')], [0, 1])
  assert.equal((await shelfOf(portal)).length, 1)
  const id = articleIdIn(await takeOver(portal, path))
  assert.equal((await storedArticle(portal, id)).cover_picture_id, 1)
  assert.equal(await countOf(portal, 'pictures'), 1)
})

/** As the portal gives them to the room. */
function toolsOf({ config, database, world }: TestPortal) {
  const showNewsroom = async () => {}
  const tools = { config, database, world, showNewsroom }
  const articles = createArticles({ ...tools, eraseElsewhere: async () => {} })
  const media = createMedia({ ...tools, search: pictureSearch(database), rerender: articles.rerenderPicture })
  const documents = createDocuments({ ...tools, reindex: async () => {} })
  const reader = createWordReader()
  closeAfterTest(async () => {
    await reader.close()
    await media.close()
    await documents.close()
    await articles.close()
  })
  const { markdown } = articles
  return { ...tools, markdown, pictures: media.intake, documents: documents.intake, reader }
}
