import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readWordPress } from '../../src/imports/reading/wordpress.ts'
import { readXmlRecords } from '../../src/imports/reading/xml-records.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const megabyte = 1024 ** 2

const pictures = 200
const oldText = 'Thôn Tân Bình làm đường. '.repeat(10_000)

/** Pictures far from each other, as between the many old states of texts in a real export. */
async function* exported() {
  yield '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
  for (let number = 0; number < pictures; number++)
    yield `<item><title>Bản cũ ${number}</title><wp:post_type>revision</wp:post_type><content>${oldText}</content></item>
      <item><wp:post_type>attachment</wp:post_type><wp:post_id>${number}</wp:post_id>
      <wp:attachment_url>http://cu.example.gov.vn/wp-content/uploads/anh-${number}.jpg</wp:attachment_url></item>`
  yield '<item><title>Tin</title><link>http://cu.example.gov.vn/tin.html</link><wp:post_type>post</wp:post_type></item></channel></rss>'
}

test('the addresses of pictures that are kept from an export do not keep the export in memory', async () => {
  const records = () => readXmlRecords(exported())
  const source = readWordPress({ name: 'cu.xml', timeZone: 'UTC', hosts: new Set(), records })
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const { value } = await source.next()
  collectGarbage()
  const grown = process.memoryUsage().heapUsed - before

  assert.ok(value && 'article' in value)
  assert.equal(value.article.title, 'Tin')
  assert.ok(pictures * oldText.length * 2 > 80 * megabyte)
  assert.ok(grown < 20 * megabyte, `${Math.round(grown / megabyte)} MB`)
})
