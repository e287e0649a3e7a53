import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fileTypeFromBuffer } from 'file-type'
import { createMarkdown } from '../../src/markdown/index.ts'
import { dakPoArticle } from '../../src/sample/articles/dak-po.ts'
import { normalText } from '../../src/text/normal-form.ts'
import type { DraftFromFile } from '../../src/word-files/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { fragmentOf, textIn } from '../support/html.ts'
import { givenReader, toldOf } from './given-reader.ts'

const { draftOf } = givenReader()
const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

const withoutPictures = (body: string) => body.replace(/^!\[.*\n\n/gm, '')
/** What two files of one text may tell differently: how they name their pictures. */
const unnamed = ({ pictures, dropped, ...draft }: DraftFromFile) => ({
  ...draft,
  pictures: pictures.map(({ name, ...picture }) => picture),
})

describe('the article of the first user, laid out as an office does', () => {
  for (const file of ['dak-po.docx', 'dak-po.odt']) {
    test(`${file} is the article of the sample`, async () => {
      const draft = await draftOf(file)
      const { title, lead, author, unit } = dakPoArticle
      assert.deepEqual(
        [draft.title, draft.lead, draft.author, draft.unit, draft.legacy],
        [title, lead, author, unit, null],
      )
      assert.equal(withoutPictures(draft.body), normalText(dakPoArticle.body))
      assert.ok(toldOf(draft, 'indents') > 0 && toldOf(draft, 'emptyParagraphs') > 0)
    })

    test(`${file} brings its picture with its caption`, async () => {
      const { pictures, body } = await draftOf(file)
      const caption = 'Quang cảnh Hội nghị trực tuyến tại điểm cầu tỉnh. Ảnh: Lan Hương'
      const alternativeText = 'Quang cảnh Hội nghị trực tuyến tại điểm cầu tỉnh.'
      assert.deepEqual(
        pictures.map((picture) => [picture.alternativeText, picture.caption]),
        [[alternativeText, caption]],
      )
      assert.ok(body.startsWith(`![${alternativeText}](tep:0 "${caption}")\n\nTrong năm 2016`))
      const [picture] = pictures
      assert.ok(picture && Buffer.isBuffer(picture.bytes))
      assert.equal((await fileTypeFromBuffer(picture.bytes))?.mime, 'image/jpeg')
      assert.match(picture.name, /\.jpe?g$/)
    })
  }
})

describe('a decision', () => {
  test('gives number, day and title, and keeps its articles', async () => {
    const draft = await draftOf('quyet-dinh.docx')
    assert.deepEqual(
      [draft.title, draft.documentNumber, draft.date, draft.lead, draft.author],
      ['Quyết định về việc thành lập Tổ công tác bình đẳng giới huyện Đak Pơ', '45/QĐ-UBND', '2017-02-15', '', ''],
    )
    assert.deepEqual(draft.body.match(/^#.*/gm), [
      '## QUYẾT ĐỊNH',
      '## Điều 1',
      '## Điều 2. Tổ công tác có nhiệm vụ',
      '## Điều 3. Hiệu lực thi hành',
    ])
    assert.ok(
      draft.body.includes(
        '1. Xây dựng kế hoạch hằng năm;\n2. Kiểm tra việc thực hiện tại các xã:\n   - Xã Phú An;\n     - Làng Đê Chơ Gang;',
      ),
    )
    assert.ok(draft.body.endsWith('**CHỦ TỊCH**\n\n**Nguyễn Trường**'))
    assert.equal(draft.body.includes('CỘNG HÒA'), false)
    assert.equal(toldOf(draft, 'letterhead'), 1)
  })
})

describe('tables, notes, lists and links', () => {
  test('are those of Markdown', async () => {
    const draft = await draftOf('bang-bieu.docx')
    assert.ok(draft.body.includes('| TT | Xã | Thu ngân sách – Kế hoạch | Thu ngân sách – Thực hiện |\n| --- |'))
    assert.ok(draft.body.includes('| 2 | Hà Tam \\| An Thành | 900 | 1.350 (cả hai xã) |'))
    assert.ok(draft.body.includes('Số thu của từng xã \\[1\\] như'))
    assert.ok(
      draft.body.endsWith('## Chú thích\n\n1. Theo báo cáo của Chi cục Thuế huyện.\n2. Không kể hàng nhập khẩu.'),
    )
    assert.ok(draft.body.includes('km², khí CO₂'))
    assert.ok(draft.body.includes('[trang của tỉnh](http://gialai.gov.vn/thu_ngan_sach) và bảng tính.'))
    assert.ok(draft.body.includes('- Thu từ đất\n  - Đất ở\n- Thu khác\n\n1. Giao chỉ tiêu\n2. Đôn đốc'))
    assert.equal(toldOf(draft, 'titleInCapitals'), 1)
    assert.deepEqual(
      [draft.author, toldOf(draft, 'mergedCells'), toldOf(draft, 'notes'), toldOf(draft, 'links')],
      ['Hoàng Nam', 5, 2, 1],
    )
  })
})

describe('a text that others worked on', () => {
  test('is taken as it is after the changes, without the comments', async () => {
    const draft = await draftOf('gop-y.docx')
    assert.ok(draft.body.startsWith('Tuyến đường dài khoảng 1,2 km làm trong ba ngày.'))
    assert.equal(draft.body.includes('kiểm tra lại số liệu'), false)
    assert.deepEqual([toldOf(draft, 'comments'), toldOf(draft, 'trackedChanges')], [1, 2])
  })

  test('keeps its text boxes and the lines that were broken by hand', async () => {
    const { body, source } = await draftOf('gop-y.docx')
    assert.ok(
      body.includes('Bà con góp 350 ngày công.\n\nHuyện hỗ trợ 40 tấn xi măng.\n\nXã còn vận động thêm 20 triệu đồng.'),
    )
    assert.ok(body.includes('Năm 2016 huyện làm được 18 km đường.'))
    assert.equal(source, 'Báo Gia Lai')
  })
})

test('an .odt says what the .docx of the same text says', async () => {
  for (const name of ['dak-po', 'quyet-dinh', 'bang-bieu', 'gop-y']) {
    assert.deepEqual(unnamed(await draftOf(`${name}.odt`)), unnamed(await draftOf(`${name}.docx`)), name)
  }
})

describe('a document of Word', () => {
  test('is read by what its styles and its numbering say', async () => {
    const draft = await draftOf('word.docx')
    assert.equal(draft.title, 'Xã Hà Tam quy hoạch chợ mới')
    assert.match(draft.lead, /^Ngày 20\/02\/2017, Ủy ban nhân dân xã Hà Tam/)
    assert.deepEqual(draft.body.match(/^#.*/gm), [
      '## I. Vì sao cần chợ mới',
      '## II. Các bước',
      '### Điều 1. Lấy ý kiến',
    ])
    assert.ok(draft.body.includes('a) Họp thôn;\n\nb) Niêm yết tại trụ sở.\n\n- Diện tích 1,5 ha\n- Vốn 9 tỷ đồng'))
    assert.ok(draft.body.includes('nay **quá tải**; xem [trang của huyện](https://dakpo.gialai.gov.vn/tin-tuc).'))
    assert.ok(draft.body.includes('Điện thoại góp ý: (0269) 3 738 275.'))
    assert.equal(draft.author, 'Lan Hương')
  })

  test('brings each picture once; what the web cannot show or lies elsewhere is told', async () => {
    const draft = await draftOf('word.docx')
    assert.deepEqual(
      draft.pictures.map(({ name, alternativeText, caption }) => [name, alternativeText, caption]),
      [['image1.jpeg', 'Phối cảnh chợ mới', 'Phối cảnh chợ mới (Ảnh: UBND xã)']],
    )
    assert.ok(draft.body.includes('![Bản đồ vị trí chợ](tep:0)'))
    assert.deepEqual(
      ['unusablePictures', 'externalPictures', 'repeatedPictures'].map((what) => toldOf(draft, what)),
      [1, 1, 1],
    )
    assert.equal(draft.dropped.find(({ what }) => what === 'unusablePictures')?.name, 'EMF')
  })
})

describe('a text in an old font', () => {
  test('stays as it is, and is converted beside', async () => {
    const draft = await draftOf('tcvn3.docx')
    assert.deepEqual([draft.legacy, draft.author], ['tcvn3', 'Lan H\u00ad¬ng'])
    assert.match(draft.lead, /^S¸ng ngµy 15\/02\/2017/)
    assert.equal(draft.converted?.title, 'THÔNG BÁO VỀ VIỆC TỔ CHỨC HỘI NGHỊ TRỰC TUYẾN')
    assert.equal(draft.converted?.author, 'Lan Hương')
    assert.ok(draft.converted?.body.endsWith('Hội nghị đã bàn nhiệm vụ năm 2017.\n\nĐoạn này gõ bằng Unicode.'))
    assert.equal(draft.dropped.find(({ what }) => what === 'legacyFont')?.name, '.VnTimeH, .VnTime')
  })

  test('may be of VNI', async () => {
    const { legacy, converted } = await draftOf('vni.docx')
    assert.deepEqual([legacy, converted?.title], ['vni', 'Hội nghị tổng kết công tác phụ nữ'])
  })
})

test('real headings and typed lists come from a text of HTML', async () => {
  const { title, body, author, unit } = await draftOf('danh-sach.docx')
  assert.deepEqual([title, author, unit], ['Kế hoạch ra quân dọn vệ sinh', 'Lan Hương', 'Văn phòng HĐND và UBND huyện'])
  assert.deepEqual(body.match(/^#.*/gm), ['## Mục đích', '### Yêu cầu', '## Thời gian'])
  assert.ok(body.includes('- Mỗi hộ cử một người;\n- Mang theo dụng cụ:\n  - Cuốc;\n  - Xẻng.'))
})

test('twenty pages with ten pictures come whole', async () => {
  const { title, body, pictures } = await draftOf('bao-cao.docx')
  assert.equal(title, 'Báo cáo kết quả phát triển kinh tế - xã hội năm 2016')
  assert.equal(body.match(/^## \d+\. Kết quả/gm)?.length, 10)
  assert.equal(body.match(/^\d+\.\d+\) Trong năm/gm)?.length, 120)
  assert.deepEqual(
    pictures.map(({ caption }) => caption),
    Array.from({ length: 10 }, (_, at) => `Ảnh ${at + 1}: Cánh đồng xã số ${at + 1}`),
  )
})

describe('every draft', () => {
  const files = ['dak-po', 'quyet-dinh', 'bang-bieu', 'gop-y', 'tcvn3', 'vni', 'danh-sach', 'bao-cao', 'word']
  const shown = {
    src: '/a',
    srcset: '',
    webpSrcset: '',
    largest: '',
    width: 1,
    height: 1,
    alternativeText: '',
    isDecorative: false,
    caption: '',
    credit: '',
  }
  const words = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

  for (const name of files) {
    test(`of ${name}.docx survives our renderer, without raw HTML`, async () => {
      const { body, pictures } = await draftOf(`${name}.docx`)
      const ours = body.replace(/\(tep:(\d+)/g, (_, at: string) => `(anh:${Number(at) + 1}`)
      const library = Object.fromEntries(pictures.map((_, at) => [at + 1, shown]))
      const rendering = await markdown.render({ markdown: ours, pictures: library, language: 'vi' })
      assert.ok('html' in rendering)
      assert.deepEqual(rendering.missing, [])
      assert.equal(words(textIn(fragmentOf(rendering.html))), words(readable(body)))
      assert.doesNotMatch(body, /(?<!\\)<[a-z/!?]/i)
      assert.equal(normalText(body), body)
    })
  }
})

/** What a reader sees of the Markdown that drafts are written in, by a way that is not the renderer's. */
function readable(body: string): string {
  return body
    .replace(/!\[(?:\\.|[^\]\\])*\]\(tep:\d+(?: "((?:\\.|[^"\\])*)")?\)/g, '$1')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/^\|(?: --- \|)+$/gm, '')
    .replace(/^#+ |^ *- |^ *\d+[.)] /gm, '')
    .replace(/(?<!\\)\||(?<!\\)\*+/g, ' ')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/ (?=[.,;:!?])/g, '')
}
