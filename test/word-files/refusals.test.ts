import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { createWordReader } from '../../src/word-files/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { archiveOf, docxOf, odtOf, wordParagraph } from './given-archive.ts'
import { givenReader } from './given-reader.ts'

const { fileOf, readBytes, readFixture, draftFrom } = givenReader()
const sentence = wordParagraph('Huyện tổ chức hội nghị tổng kết.')
const refusalOf = async (bytes: Uint8Array, name?: string) => {
  const answer = await readBytes(bytes, name)
  return 'refused' in answer ? answer.refused : `draft: ${answer.title} ${answer.body}`
}

// The first file also waits for the thread, which later ones find ready.
test('a small document is read', async () => {
  const { title, body } = await draftFrom(docxOf(sentence + sentence))
  assert.match(`${title} ${body}`, /Huyện tổ chức hội nghị tổng kết\./)
})

/** Within a second, without the memory that the file asks for. */
async function refusedAtOnce(bytes: Buffer, refused: string) {
  const before = process.memoryUsage().rss
  const start = performance.now()
  assert.equal(await refusalOf(bytes), refused)
  const took = performance.now() - start
  assert.ok(took < 1000, `took ${took} ms`)
  assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024)
}

describe('a bomb is refused at once', () => {
  const megabyte = 1024 * 1024

  const burst = Buffer.alloc(20 * megabyte, 'a')

  test('one that says how large it is', async () => {
    const huge = { name: 'word/document.xml', bytes: Buffer.from('a'), says: 1024 * megabyte }
    await refusedAtOnce(archiveOf([huge]), 'bomb')
    await refusedAtOnce(archiveOf([{ name: 'word/document.xml', bytes: burst }]), 'bomb')
    await refusedAtOnce(archiveOf([{ name: 'content.xml', bytes: burst }]), 'bomb')
  })

  test('one that says it is small', async () => {
    await refusedAtOnce(archiveOf([{ name: 'word/document.xml', bytes: burst, says: 900 }]), 'bomb')
  })

  test('one of ten thousand parts', async () => {
    const parts = Array.from({ length: 10_000 }, (_, at) => ({ name: `word/${at}.xml`, bytes: Buffer.from('a') }))
    await refusedAtOnce(archiveOf(parts), 'bomb')
  })

  test('one of entities that unfold, or that name a file', async () => {
    const declare = (entities: string) => ({
      'word/document.xml': `<!DOCTYPE w [${entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
    })
    const laughs = `<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">`
    await refusedAtOnce(docxOf('', declare(laughs)), 'damaged')
    await refusedAtOnce(docxOf('', declare('<!ENTITY b SYSTEM "file:///etc/passwd">')), 'damaged')
    await refusedAtOnce(odtOf('<!DOCTYPE x [<!ENTITY b "x">]>'), 'damaged')
  })

  test('one of elements inside elements', async () => {
    await refusedAtOnce(
      docxOf(`<w:p>${'<w:smartTag>'.repeat(20_000)}${'</w:smartTag>'.repeat(20_000)}</w:p>`),
      'damaged',
    )
    const cells = ['<w:tbl><w:tr><w:tc>'.repeat(200), '</w:tc></w:tr></w:tbl>'.repeat(200)]
    await refusedAtOnce(docxOf(cells.join(sentence)), 'damaged')
    const sections = ['<text:section>'.repeat(500), '</text:section>'.repeat(500)]
    await refusedAtOnce(odtOf(sections.join('<text:p>x</text:p>')), 'damaged')
  })
})

describe('what asks to be repeated', () => {
  test('is repeated no more than a person would', async () => {
    const spaces = await draftFrom(odtOf('<text:p>Một<text:s text:c="1000000000"/>hai ba bốn năm.</text:p>'), 'a.odt')
    assert.match(`${spaces.title}${spaces.body}`, /Một hai ba bốn năm\./)
    const cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr><w:p><w:r><w:t>Xã</w:t></w:r></w:p></w:tc>'
    const wide = await draftFrom(
      docxOf(`${sentence}<w:tbl><w:tr>${cell}${cell}</w:tr><w:tr>${cell}${cell}</w:tr></w:tbl>`),
    )
    assert.ok(wide.body.includes('Xã') && wide.body.length < 10_000)
  })
})

describe('what is no document', () => {
  test('is told so, whatever its name says', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])
    assert.equal(await refusalOf(jpeg, 'bai.docx'), 'not-a-document')
    assert.equal(await refusalOf(Buffer.from('%PDF-1.7'), 'bai.docx'), 'not-a-document')
    assert.equal(await refusalOf(Buffer.from('<html></html>'), 'bai.doc'), 'not-a-document')
    assert.equal(await refusalOf(Buffer.from('Chữ thường'), 'bai.docx'), 'not-a-document')
    assert.equal(await refusalOf(Buffer.from([0, 0, 3, 0, 7, 0, 0, 9]), 'bai.txt'), 'not-a-document')
  })

  test('may be another archive, one with a document inside of it too', async () => {
    const inner = docxOf(sentence)
    assert.equal(await refusalOf(archiveOf([{ name: 'bai.docx', bytes: inner }])), 'not-a-document')
    assert.equal(
      await refusalOf(archiveOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<a/>') }])),
      'not-a-document',
    )
    const sheet = archiveOf([{ name: 'content.xml', bytes: Buffer.from('<a/>') }])
    assert.equal(await refusalOf(sheet, 'bang.ods'), 'not-a-document')
  })
})

describe('a document that cannot be read', () => {
  test('of old Word is refused with advice of its own', async () => {
    assert.deepEqual(await readFixture('vni.doc'), { refused: 'old-doc' })
    assert.equal(await refusalOf(Buffer.from('{\\rtf1\\ansi Xin}'), 'bai.doc'), 'old-doc')
  })

  test('with a password says so', async () => {
    assert.deepEqual(await readFixture('khoa.docx'), { refused: 'encrypted' })
    assert.deepEqual(await readFixture('khoa.odt'), { refused: 'encrypted' })
    const locked = archiveOf([{ name: 'word/document.xml', bytes: Buffer.from('<a/>'), isEncrypted: true }])
    assert.equal(await refusalOf(locked), 'encrypted')
  })

  test('is damaged when it is cut off, broken or no XML', async () => {
    const whole = await readFile(join(import.meta.dirname, 'fixtures/dak-po.docx'))
    assert.equal(await refusalOf(whole.subarray(0, whole.length / 2)), 'damaged')
    const broken = Buffer.from(whole)
    broken.fill(0x55, 3000, 3200)
    assert.equal(await refusalOf(broken), 'damaged')
    assert.equal(await refusalOf(docxOf('', { 'word/document.xml': '<w:document' })), 'damaged')
    assert.equal(await refusalOf(docxOf('', { 'word/document.xml': 'chữ' })), 'damaged')
    const twice = [1, 2].map(() => ({ name: 'word/document.xml', bytes: Buffer.from('<a/>') }))
    assert.equal(await refusalOf(archiveOf(twice)), 'damaged')
  })

  test('is empty when it says and shows nothing', async () => {
    assert.equal(await refusalOf(Buffer.alloc(0)), 'empty')
    assert.equal(await refusalOf(Buffer.from(' \n\n '), 'bai.txt'), 'empty')
    assert.equal(await refusalOf(docxOf('<w:p/><w:p/>')), 'empty')
  })

  test('is too large when it is', async () => {
    const large = Buffer.concat([docxOf(sentence), Buffer.alloc(50 * 1024 * 1024)])
    assert.equal(await refusalOf(large), 'too-large')
    assert.equal(await refusalOf(Buffer.alloc(5 * 1024 * 1024, 'a'), 'bai.txt'), 'too-large')
  })

  test('is too large when it takes too long; the next one finds another thread', async () => {
    const hasty = createWordReader(1500)
    closeAfterTest(() => hasty.close())
    // mammoth compares each of its warnings with all others.
    const strange = Array.from({ length: 12_000 }, (_, at) => `<w:strange${at}/>`).join('')
    const paths = await Promise.all([docxOf(strange), docxOf(sentence)].map(fileOf))
    const [first, second] = await Promise.all(paths.map((path) => hasty.read({ path, name: 'bai.docx' })))
    assert.deepEqual(first, { refused: 'too-large' })
    assert.ok(second && 'title' in second)
  })

  test('is too large when it has too many parts to hold in memory, which is seen at once', async () => {
    await refusedAtOnce(docxOf(wordParagraph('Xã').repeat(30_000)), 'too-large')
    const row = `<w:tr><w:tc>${wordParagraph('Xã')}</w:tc></w:tr>`
    assert.equal(await refusalOf(docxOf(`<w:tbl>${row.repeat(2_001)}</w:tbl>`)), 'too-large')
  })
})

describe('a document that is a little odd', () => {
  test('is read without the pictures that it lost', async () => {
    const picture = (relation: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="a"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ${relation}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const requests: string[] = []
    const server = createServer((request, response) => {
      requests.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/anh.png`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="lost" Type="image" Target="media/lost.png"/><Relationship Id="web" Type="image" Target="${address}" TargetMode="External"/><Relationship Id="disk" Type="image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`
    const body = [
      sentence,
      picture('r:embed="lost"'),
      picture('r:embed="web"'),
      picture('r:link="web"'),
      picture('r:link="disk"'),
    ]
    const draft = await draftFrom(docxOf(body.join(''), { 'word/_rels/document.xml.rels': relations }))
    server.close()

    assert.deepEqual([draft.pictures, requests], [[], []])
    assert.deepEqual(
      draft.dropped.filter(({ what }) => what.endsWith('Pictures')),
      [
        { what: 'damagedPictures', count: 1, name: '' },
        { what: 'externalPictures', count: 3, name: '' },
      ],
    )
  })
})
