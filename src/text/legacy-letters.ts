/**
 * TCVN3 as windows-1252 shows it. The table is TCVN 5712:1993, VN1 (in iconv: TCVN5712-1), which holds TCVN3, the font
 * family .VnTime, and adds the capitals with a tone. Bytes 80 to 9F count only as control characters: their forms in
 * windows-1252 are dashes and quotes that Word puts into honest text.
 */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map([
  ...row(0x01, 'ÚỤ'),
  ...row(0x04, 'ỪỬỮ'),
  ...row(0x11, 'ỨỰỲỶỸÝỴ'),
  ...row(0x80, 'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ'),
  ...row(0x90, 'ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ'),
  ...row(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđẰ'),
  ...row(0xb0, '\u0300\u0309\u0303\u0301\u0323'),
  ...row(0xb5, 'àảãáạẲằẳẵắẴ'),
  ...row(0xc0, 'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ'),
  ...row(0xd0, 'éẹềểễếệìỉỄẾỒĩíịò'),
  ...row(0xe0, 'Ổỏõóọồổỗốộờởỡớợù'),
  ...row(0xf0, 'Ỗủũúụừửữứựỳỷỹýỵ'),
  ...row(0xff, 'Ố'),
])

/**
 * VNI as windows-1252 shows it: a plain vowel and a second letter for its marks, as in the code table of VNI Software
 * (VNI-Win), which the vni.h of xvnkb and the comparison tables of Unicode converters repeat. Keys are one or two letters.
 */
export const vniLetters: ReadonlyMap<string, string> = bothCases([
  ...pairs('aeouyôö', 'ùøûõï', ['áàảãạ', 'éèẻẽẹ', 'óòỏõọ', 'úùủũụ', 'ýỳỷỹ', 'ớờởỡợ', 'ứừửữự']),
  ...pairs('aeo', 'âáàåãä', ['âấầẩẫậ', 'êếềểễệ', 'ôốồổỗộ']),
  ...pairs('a', 'êéèúüë', ['ăắằẳẵặ']),
  ...pairs('ôöæóòîñ', [''], [...'ơưỉĩịỵđ']),
])

function row(first: number, letters: string): [string, string][] {
  return [...letters].map((letter, index) => [String.fromCharCode(first + index), letter])
}

function pairs(vowels: string, marks: Iterable<string>, letters: string[]): [string, string][] {
  return [...vowels].flatMap((vowel, index) => {
    const written = [...(letters[index] ?? '')]
    return [...marks].slice(0, written.length).map((mark, at): [string, string] => [vowel + mark, written[at] ?? ''])
  })
}

/** Capitals take small or capital marks: both are found in real documents. */
function bothCases(small: [string, string][]): Map<string, string> {
  return new Map(
    small.flatMap(([legacy, letter]): [string, string][] => [
      [legacy, letter],
      [legacy.charAt(0).toUpperCase() + legacy.slice(1), letter.toUpperCase()],
      [legacy.toUpperCase(), letter.toUpperCase()],
    ]),
  )
}
