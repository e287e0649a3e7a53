import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findings, verdicts } from './given-checked.ts'

const inBody = (body: string) => verdicts('gambling', { body })
const quotesIn = async (body: string) =>
  (await findings({ body })).filter(({ check }) => check === 'gambling').map(({ quote }) => quote)

describe('words of advertisements warn', () => {
  const adverts = [
    'Nhà cái uy tín số 1, khuyến mãi 100% cho tân thủ.',
    'Cá cược bóng đá, tỷ lệ hấp dẫn.',
    'Nổ hũ mỗi ngày, rút tiền trong năm phút.',
    'Tài xỉu online, hoàn trả không giới hạn.',
    'Xem kèo nhà cái hôm nay.',
    'Casino trực tuyến với người chia bài thật.',
    'Baccarat, xóc đĩa, game bài đổi thưởng.',
    'Đánh bài online kiếm thêm thu nhập.',
    'Bắn cá đổi thưởng, quay hũ, máy slot.',
    'nha cai uy tin, ca cuoc, tai xiu, no hu',
    'Tải fb88 về máy. Hoặc b52club. Hoặc 789bet.',
  ]
  for (const text of adverts) {
    test(text, async () => assert.deepEqual(await inBody(text), ['warns body']))
  }

  test('in every field that readers see', async () => {
    assert.deepEqual(await verdicts('gambling', { title: 'Nhà cái uy tín' }), ['warns title'])
    assert.deepEqual(await verdicts('gambling', { lead: 'Tải app cá cược' }), ['warns lead'])
    assert.deepEqual(await verdicts('gambling', { tags: ['lễ hội', 'tài xỉu'] }), ['warns tags'])
    assert.deepEqual(await verdicts('gambling', { sourceName: 'Sunwin' }), ['warns sourceName'])
    assert.deepEqual(await verdicts('gambling', { author: 'nhà cái KU' }), ['warns author'])
  })

  test('also where only a screen reader says them', async () => {
    const bodyHtml = '<p>Ảnh</p><figure><picture><img src="/a.jpg" alt="nhà cái uy tín"></picture></figure>'
    assert.deepEqual(await verdicts('gambling', { bodyHtml }), ['warns body'])
  })

  test('one finding for a field names them and shows the first', async () => {
    const [finding, ...more] = (await findings({ body: 'Chơi tài xỉu, cá cược, nổ hũ.' })).filter(
      ({ check }) => check === 'gambling',
    )
    assert.deepEqual(more, [])
    assert.match(finding?.sentence ?? '', /“tài xỉu”, “cá cược”, “nổ hũ”/)
    assert.equal(finding?.quote, 'tài xỉu')
  })
})

describe('disguises are seen through', () => {
  const disguises: Record<string, string> = {
    'signs between letters': 'Vào nhà c.á.i ngay hôm nay.',
    'signs inside a word': 'Trang c-á c.ượ.c hôm nay.',
    'spaces between letters': 'Trang n h à c á i hôm nay.',
    'a name with spaces': 'Vào 7 8 9 b e t nhé.',
    'letters of no width': 'Vào nh\u200bà c\u200dái ngay.',
    'Cyrillic letters': 'Chơi t\u0430i xiu, c\u0430s\u0456no.',
    'letters of mathematics': 'Vào 𝐧𝐡𝐚 𝐜𝐚𝐢 ngay.',
    'loose marks': 'Vào nhà cái ngay.'.normalize('NFD'),
    capitals: 'NHÀ CÁI',
    'bold in the middle': 'Vào nhà **cá**i ngay.',
    'half a misprint': 'Chơi nổ hủ, tài xĩu.',
  }
  for (const [disguise, text] of Object.entries(disguises)) {
    test(disguise, async () => assert.deepEqual(await inBody(text), ['warns body']))
  }

  test('and shown as they were typed', async () => {
    assert.deepEqual(await quotesIn('Vào nhà c.á.i ngay.'), ['nhà c.á.i'])
    assert.deepEqual(await quotesIn('Trang n h à c á i hôm nay.'), ['n h à c á i'])
  })

  test('news of the police has no need of them', async () => {
    const other = 'Công an cảnh báo. '
    assert.deepEqual(await inBody(`${other}Xóc đĩa.`), [])
    assert.deepEqual(await inBody(`${other}Xóc đ.ĩ.a.`), ['warns body'])
  })
})

describe('with a link to an unknown site they block', () => {
  test('called as an advertisement', async () => {
    assert.deepEqual(await inBody('Lễ hội mở cửa tự do. [nhà cái uy tín](https://abc.com)'), ['blocks body'])
    assert.deepEqual(await inBody('Lễ hội mở cửa tự do. [nhà cái uy tín](/lien-he)'), ['warns body'])
  })

  test('to a site with such a name, whatever the link says', async () => {
    for (const host of ['fb88.com', 'www.789bet.club', 'nhacai-abc.net', 'm.taixiu.top', 'b52club.xyz'])
      assert.deepEqual(await inBody(`Lễ hội mở cửa tự do, xem [lịch](https://${host}/x).`), ['blocks body'], host)
    assert.deepEqual(await inBody('Lễ hội mở cửa tự do, xem [lịch](https://lehoi.com/x).'), [])
    assert.deepEqual(await verdicts('gambling', { sourceName: 'Báo', sourceAddress: 'https://fb88.com/' }), [
      'blocks sourceAddress',
    ])
  })

  test('anywhere in the article', async () => {
    const body = 'Chơi cá cược cùng bạn bè.\n\nXem [lịch](https://lehoi.com).'
    assert.deepEqual(await inBody(body), ['blocks body'])
    assert.deepEqual(
      await verdicts('gambling', { title: 'Cá cược cùng bạn bè', body: 'Xem [lịch](https://lehoi.com).' }),
      ['blocks title'],
    )
  })

  test('but a word that hotels use too needs more than any link', async () => {
    const map = 'Xem [bản đồ](https://maps.app.goo.gl/x).'
    assert.deepEqual(await inBody(`Khu nghỉ dưỡng có casino. ${map}`), ['warns body'])
    assert.deepEqual(await inBody(`Khu nghỉ dưỡng có casino, nổ hũ. ${map}`), ['blocks body'])
    assert.deepEqual(await inBody(`Khu nghỉ dưỡng có c.a.s.i.n.o. ${map}`), ['blocks body'])
  })

  test('but not with one to a site that is known, or of the state', async () => {
    for (const host of ['baogialai.com.vn', 'm.baogialai.com.vn', 'bocongan.gov.vn', 'dakpo.gialai.gov.vn'])
      assert.deepEqual(await inBody(`Chơi cá cược cùng bạn bè, xem [lịch](https://${host}/).`), ['warns body'], host)
  })

  test('an advertisement under news of the police is still one', async () => {
    const body = [
      'Công an huyện bắt quả tang 7 đối tượng đánh bạc tại làng Kuk.',
      'Trang chủ [nhà cái](https://abc.com) uy tín, khuyến mãi 100%.',
    ]
    assert.deepEqual(await verdicts('gambling', { title: 'Công an bắt nhóm đánh bạc', body: body.join('\n\n') }), [
      'blocks body',
    ])
    assert.deepEqual(await verdicts('gambling', { title: 'Công an bắt nhóm đánh bạc', body: body[0] ?? '' }), [])
  })
})

describe('news about the police is left alone', () => {
  const quiet = [
    'Công an huyện bắt nhóm đánh bạc dưới hình thức xóc đĩa ăn tiền, thu giữ 48 triệu đồng.',
    'Khởi tố sáu bị can tổ chức đánh bạc qua mạng và cá độ bóng đá trực tuyến.',
    'Tuyên truyền phòng, chống tệ nạn cờ bạc, lô đề, đá gà trong dịp Tết.',
    'Triệt phá ổ xóc đĩa giữa rẫy mía.',
    'Nghị định về kinh doanh casino quy định độ tuổi của người chơi.',
  ]
  for (const text of quiet) test(text, async () => assert.deepEqual(await inBody(text), []))

  test('even with a link to a paper that was never linked to', async () => {
    assert.deepEqual(await inBody(`${quiet[0]} [Theo báo](https://baomoi.vn)`), [])
  })

  test('a word of advertisements warns there and never blocks', async () => {
    const text = 'Công an cảnh báo người dân về các trang cá cược như 789bet, đăng ký ngay là mất tiền.'
    assert.deepEqual(await inBody(text), ['warns body'])
    assert.deepEqual(await inBody(`${text} [Theo báo](https://baomoi.vn)`), ['warns body'])
    const [finding] = (await findings({ body: text })).filter(({ check }) => check === 'gambling')
    assert.match(finding?.sentence ?? '', /phòng, chống cờ bạc/)
  })

  test('its title and lead speak for the paragraphs below', async () => {
    const body = 'Người chơi vào trang, đặt tiền theo kiểu xóc đĩa rồi mất sạch.'
    assert.deepEqual(await verdicts('gambling', { title: 'Công an huyện phá ổ cờ bạc trên mạng', body }), [])
    assert.deepEqual(await verdicts('gambling', { title: 'Chuyện vui cuối tuần', body }), ['warns body'])
  })
})

describe('honest words that look alike are left alone', () => {
  const honest = [
    'Cả cuộc đời ông gắn với làng, cả cuộc họp đều đồng ý.',
    'Xây nhà cai nghiện ở xã bên; trong nhà cái gì cũng có.',
    'Về đến nhà. Cái cổng mới sơn.',
    'Đội huyện đánh bại đội xã, lên ngôi vô địch.',
    'Hợp tác xã bán cá trực tuyến; tỷ lệ kéo giảm tai nạn đạt 12%.',
    'Mía giống K88-92 và KK3 cho năng suất 88 tấn; quốc lộ 19, điểm B52.',
    'Còn 5 slot cho lớp học bơi của câu lạc bộ U15.',
    'Windows 11, Win10, COVID-19, 4G, VIP, A1, QĐ 88/QĐ-UBND.',
    'Y tế, ý kiến, ở A B C và 1 2 3.',
  ]
  for (const text of honest) test(text, async () => assert.deepEqual(await inBody(text), []))
})
