import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownFinding } from '../../src/newsdesk/doctor-page.ts'
import type { Answer, Form } from '../support/client.ts'
import { duc, huong, sau } from '../support/people.ts'
import { isKeptOut } from '../support/staff-routes.ts'
import { testPortal } from '../support/test-portal.ts'

const doctor = '/quan-tri/bai-viet/kham-chu'
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
const portal = await testPortal()

const seedTitle = 'Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới năm 2016'
const seedLead =
  'Sáng ngày 15/02/2017, Ban Vì sự tiến bộ phụ nữ (VSTBPN) tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới, VSTBPN năm 2016.'
const seedBody = `Tuy nhiên, bên cạnh những kết quả đạt được vẫn còn một số hạn chế.

Công tác bổ nhiệm cán bộ nữ ở mốt số địa phương, cơ quan, đơn vị chưa được quan tâm đúng mức; định kiến về giới vẫn còn tồn tại khá phố biến.`
const cleanLine = 'Đồng chí Kpă Thuyên đề nghị các ngành phối hợp chặt chẽ.\n'

type Told = { told: string; findings: ShownFinding[] }
const toldBy = (answer: Answer): Told => {
  assert.equal(answer.status, 200, answer.text.slice(0, 500))
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  return JSON.parse(answer.text) as Told
}
const examined = async (form: Form) => toldBy(await portal.as(huong).post(doctor, form))
const inShort = ({ findings }: Told) =>
  findings.map(({ field, found, proposed }) => `${field}: ${found} → ${proposed ?? '?'}`)
const encoded = encodeURIComponent

test('the two misprints of the first article are found in their places, and a press away from what they should be', async () => {
  const { told, findings } = await examined({ title: seedTitle, lead: seedLead, body: seedBody })

  assert.equal(told, '2 chỗ nên xem lại.')
  assert.deepEqual(findings, [
    {
      field: 'body',
      group: 'Chính tả',
      start: seedBody.indexOf('mốt số'),
      end: seedBody.indexOf('mốt số') + 6,
      found: 'mốt số',
      proposed: 'một số',
      sentence: '“mốt số” có lẽ là “một số”',
      write: 'Sửa thành “một số”',
    },
    {
      field: 'body',
      group: 'Chính tả',
      start: seedBody.indexOf('phố biến'),
      end: seedBody.indexOf('phố biến') + 8,
      found: 'phố biến',
      proposed: 'phổ biến',
      sentence: '“phố biến” có lẽ là “phổ biến”',
      write: 'Sửa thành “phổ biến”',
    },
  ])
})

test('all three fields are read, and what the lead explains is known in the others', async () => {
  const unexplained = await examined({
    lead: 'Ở mốt số nơi.',
    body: 'Tồn tại khá phố biến.',
    title: 'Mọi nguời, VSTBPN',
  })
  assert.deepEqual(inShort(unexplained), [
    'lead: mốt số → một số',
    'body: phố biến → phổ biến',
    'title: nguời → người',
    'title: VSTBPN → Vì sự tiến bộ phụ nữ (VSTBPN)',
  ])
  const explained = await examined({ lead: seedLead, body: 'Tồn tại khá phố biến.', title: 'Mọi nguời, VSTBPN' })
  assert.deepEqual(inShort(explained), ['body: phố biến → phổ biến', 'title: nguời → người'])
})

test('what a reader stumbles over comes before spaces, and spaces before advice', async () => {
  const { findings } = await examined({ body: 'Báo với HĐND xã , rồi họp.\n\nUBND huyÖn th«ng b¸o\n\nMọi nguời nghe.' })
  assert.deepEqual(
    findings.map(({ group, write }) => `${group}: ${write}`),
    [
      'Bảng mã cũ: Chuyển sang Unicode',
      'Chính tả: Sửa thành “người”',
      'Dấu cách trước dấu câu: Sửa',
      'Chữ viết tắt: Viết đủ',
    ],
  )
})

test('what only the author can know has no button', async () => {
  const { findings } = await examined({ body: 'Họp ngày 31/02/2017.' })
  assert.deepEqual(
    findings.map(({ found, proposed, write }) => ({ found, proposed, write })),
    [{ found: '31/02/2017', proposed: null, write: null }],
  )
})

test('clean text finds nothing and says so; no text says nothing', async () => {
  assert.deepEqual(await examined({ title: seedTitle, lead: seedLead, body: cleanLine }), {
    told: 'Không thấy gì cần sửa.',
    findings: [],
  })
  assert.deepEqual(await examined({ title: '', lead: ' ', body: '\n' }), { told: '', findings: [] })
  assert.deepEqual(await examined({}), { told: '', findings: [] })
})

test('it reads what was typed, not what would be stored', async () => {
  const typed = `Bà con  đến\u200b ${'hội trường'.normalize('NFD')}.`
  const { findings } = await examined({ body: typed })
  assert.deepEqual(
    findings.map(({ group }) => group),
    ['Dấu tách rời', 'Ký tự ẩn', 'Thừa dấu cách'],
  )
  for (const { start, end, found } of findings) assert.equal(typed.slice(start, end), found)
})

test('it needs a form token and somebody who writes', async () => {
  const form = { body: 'Ở mốt số nơi.' }
  const asked = { body: `body=${encoded(form.body)}`, headers: urlencoded }

  assert.equal((await portal.as(huong).postRaw(doctor, asked)).status, 403)
  assert.ok(isKeptOut(await portal.visitor().post(doctor, form)))
  assert.ok(isKeptOut(await portal.as(sau).post(doctor, form)))
  for (const person of [huong, duc])
    assert.equal(toldBy(await portal.as(person).post(doctor, form)).findings.length, 1, person.name)
})

test('of a long text the beginning is read, to the end of a line, and it says so', async () => {
  const beginning = `${cleanLine.repeat(Math.floor(59_900 / cleanLine.length))}Ở mốt số nơi.\n`
  const lastLine = `Tồn tại khá phố biến. ${cleanLine.repeat(10).replaceAll('\n', ' ')}`
  assert.ok(beginning.length < 59_960 && beginning.length + lastLine.length > 60_000)
  const { told, findings } = await examined({ body: `${beginning}${lastLine}\n${cleanLine}` })

  assert.deepEqual(
    findings.map(({ found, start }) => [found, start]),
    [['mốt số', beginning.lastIndexOf('mốt số')]],
  )
  assert.equal(told, '1 chỗ nên xem lại. Bài dài: mới xem khoảng 60.000 chữ cái đầu.')
  assert.deepEqual(inShort(await examined({ body: lastLine })), ['body: phố biến → phổ biến'])
})

test('of a line without end the last whole word is read, and nothing is found wrong for being cut', async () => {
  const misprint = 'Nhiều nguời. '
  const words = 'Kiểu mốt sốt. '
  const cutThere = words.slice(0, (60_000 - misprint.length) % words.length)
  const misprints = async (body: string) =>
    (await examined({ body })).findings.filter(({ group }) => group === 'Chính tả').map(({ found }) => found)

  assert.equal(cutThere, 'Kiểu mốt số')
  assert.deepEqual(await misprints(`${words}${cutThere}`), ['mốt số'])
  assert.deepEqual(await misprints(misprint + words.repeat(5_000)), ['nguời'])
  assert.deepEqual(await misprints(misprint + '😀'.repeat(40_000)), ['nguời'])
})

test('of very many findings the first are sent, those that matter most', async () => {
  const { told, findings } = await examined({ body: `${'a , b\n'.repeat(5_000)}Mọi nguời nghe.` })
  assert.equal(told, '5.001 chỗ nên xem lại. Dưới đây là 200 chỗ đầu.')
  assert.equal(findings.length, 200)
  assert.deepEqual([findings[0]?.found, findings[1]?.found], ['nguời', ' '])
})

test('whatever is sent gets a short answer', async () => {
  const bodies = {
    'control characters': `${'\u0000\u0007\u001b\u009f'.repeat(10_000)}mốt số`,
    'marks without letters': '\u0301'.repeat(60_000),
    'characters that nobody sees': '\u200ba'.repeat(30_000),
    'letters beyond the first plane': '🙂𝒜'.repeat(20_000),
    'one old line': 'TiÕng ViÖt '.repeat(20_000),
  }
  for (const [name, body] of Object.entries(bodies)) {
    const answer = await portal.as(huong).post(doctor, { title: body, lead: body, body })
    assert.ok(toldBy(answer).findings.length <= 200, name)
    assert.ok(answer.bytes.length < 2_000_000, `${name}: ${answer.bytes.length} bytes`)
  }
})

test('ten megabytes are too much, and half of a letter is no text', async () => {
  const token = encoded(await portal.as(huong).formToken())
  const send = (fields: string) =>
    portal.as(huong).postRaw(doctor, { body: `form-token=${token}&${fields}`, headers: urlencoded })

  assert.equal((await send(`body=${'a'.repeat(10_000_000)}`)).status, 413)
  // What a program would send of a lone surrogate; browsers send U+FFFD instead.
  assert.equal((await send('body=%ED%A0%80')).status, 400)
  assert.deepEqual(inShort(toldBy(await send(`body=${encoded('\uFFFD mốt số')}`))), ['body: mốt số → một số'])
  assert.deepEqual(inShort(toldBy(await send(`body=${encoded('mốt số\n')}${'a%0A'.repeat(1_500_000)}`))), [
    'body: mốt số → một số',
  ])
})

test('of repeated fields the last counts, and fields that nobody asked for are not read', async () => {
  assert.deepEqual(inShort(await examined({ body: ['Ở mốt số nơi.', 'Tồn tại khá phố biến.'] })), [
    'body: phố biến → phổ biến',
  ])
  const odd = { 'body[]': 'Ở mốt số nơi.', 'body[a]': 'Ở mốt số nơi.', __proto__x: 'a', author: 'Ở mốt số nơi.' }
  assert.deepEqual(inShort(await examined({ ...odd, lead: 'Tồn tại khá phố biến.' })), ['lead: phố biến → phổ biến'])
})
