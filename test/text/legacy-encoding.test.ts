import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { detectLegacyEncoding, fromLegacyEncoding } from '../../src/text/legacy-encoding.ts'
import { pairs } from './pairs.ts'
import { anyText } from './vietnamese-letters.ts'

// The letters in the order of a, ă, â, …; tones in the order ngang, huyền, hỏi, ngã, sắc, nặng.
const letters =
  'a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ đ'
// Made with iconv -t TCVN5712-1 and read back as latin1.
const tcvn3 =
  'a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ o ß á â ã ä « å æ ç è é ¬ ê ë ì í î u ï ñ ò ó ô \u00ad õ ö ÷ ø ù y ú û ü ý þ ®'
const vni =
  'a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ'
// The toned capitals, which TCVN3 leaves to a font, with the bytes that iconv gives them.
const capitals =
  'À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ Ì Ỉ Ĩ Í Ị Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ Ù Ủ Ũ Ú Ụ Ư Ừ Ử Ữ Ứ Ự Ỳ Ỷ Ỹ Ý Ỵ Đ'
const tcvnCapitals =
  '80 81 82 83 84 a1 af ba bf c0 85 a2 c1 c2 c3 c4 86 87 88 89 8a 8b a3 c5 cd d9 da 8c 8d 8e 8f 90 91 92 93 94 95 96 a4 db e0 f0 ff 97 a5 98 99 9a 9b 9c 9d 9e 9f 01 02 a6 04 05 06 11 12 13 14 15 16 17 a7'

describe('the tables', () => {
  test('every small letter of TCVN3', () => assert.equal(fromLegacyEncoding(tcvn3, 'TCVN3'), letters))

  test('every capital of TCVN 5712-1', () => {
    const legacy = tcvnCapitals.split(' ').map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    assert.equal(legacy.map((letter) => fromLegacyEncoding(letter, 'TCVN3')).join(' '), capitals)
  })

  test('every letter of VNI, small and capital', () => {
    assert.equal(fromLegacyEncoding(vni, 'VNI'), letters)
    assert.equal(fromLegacyEncoding(vni.toUpperCase(), 'VNI'), letters.toUpperCase())
  })

  test('a capital font is known by the letters that need no font', () => {
    assert.equal(fromLegacyEncoding('Céng hoµ x· héi', 'TCVN3'), 'Cộng hoà xã hội')
    assert.equal(fromLegacyEncoding('CéNG HOµ X· HéI', 'TCVN3'), 'CỘNG HOÀ XÃ HỘI')
    assert.equal(fromLegacyEncoding('Yªn B¸i', 'TCVN3'), 'Yên Bái')
  })

  test('every outcome is composed', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<'TCVN3' | 'VNI'>('TCVN3', 'VNI'), (text, encoding) => {
        const unicode = fromLegacyEncoding(text, encoding)
        assert.equal(unicode.normalize('NFC'), unicode)
      }),
    )
  })
})

describe('the detector', () => {
  for (const pair of pairs.legacyEncoding) {
    test(`"${pair.in}" is ${pair.encoding ?? 'as it should be'}`, () => {
      assert.equal(detectLegacyEncoding(pair.in), pair.encoding)
      if (pair.encoding) assert.equal(fromLegacyEncoding(pair.in, pair.encoding), pair.out)
    })
  }

  const legacy = {
    'Céng hoµ x· héi chñ nghÜa ViÖt Nam': 'TCVN3',
    'HuyÖn Kr«ng Pa': 'TCVN3',
    'World Bank tµi trî dù ¸n': 'TCVN3',
    'Xaõ hoäi': 'VNI',
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam': 'VNI',
    'HUYEÄN ÑAK PÔ': 'VNI',
  }
  for (const [text, encoding] of Object.entries(legacy)) {
    test(`"${text}" is ${encoding}`, () => assert.equal(detectLegacyEncoding(text), encoding))
  }

  const honest = [
    'Déjà vu à São Paulo, mañana señor niño',
    'Crème brûlée où dû tôt, Thaï',
    'Müller und Köln für über schön',
    'Så må vi se på det',
    'Nhà máy 5°C, 100 m² và «Tây Nguyên»',
    'co\u00adoperation of thông\u00ad tin, x·y, §5, ©2017',
    'Bào cáo tình hình',
    'HaNoi, iPhone, aN',
    'Hội nghị ViÖt',
  ]
  for (const text of honest) test(`"${text}" is left alone`, () => assert.equal(detectLegacyEncoding(text), null))

  test('an honest title with Vietnamese letters of Unicode is never touched', () => {
    fc.assert(fc.property(anyText, (text) => detectLegacyEncoding(`${text} ế`) === null))
  })
})
