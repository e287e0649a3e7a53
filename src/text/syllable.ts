// The rimes of the language's syllable tables, without tones. Those in -k and -ă are of highland names: Đăk, Bôk, Kpă.
const rimes = new Set(
  `a ac ach ai ak am an ang anh ao ap at au ay ă ăc ăk ăm ăn ăng ăp ăt âc âk âm ân âng âp ât âu ây
  e ec ek em en eng eo ep et ê êch êk êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu ik im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong ooc oong op ot
  ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui uk um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu
  ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu`.split(/\s+/),
)
const rimesAfterQu = new Set(
  `a ac ach ai an ang anh ao at au ay ăc ăn ăng ăt ân ât ây e en eo et ê ên êt i it ôc ơ y ych yên yêt ynh yt`.split(
    ' ',
  ),
)
const onsets =
  /^(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|r|s|th|tr|t|v|x|bl|br|chr|dr|gr|hr|kl|kp|kr|ml|pl|sr)$/
const onsetsBeforeY = /^(?:|h|k|l|m|n|s|t|th|v)$/
const openRimesWithToneLast = /^(?:.|oa|oe|uy|uê|uơ)$/
const markedConsonant = /[b-df-hj-np-tv-xz]\p{M}/u
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

export type Syllable = { onset: string; rime: string; tone: string }

/** The parts of a word that Vietnamese spelling allows, in lower case and NFC, the tone as its combining mark; or null. */
export function readSyllable(word: string): Syllable | null {
  const decomposed = word.toLowerCase().normalize('NFD')
  const [tone = '', another] = decomposed.match(tones) ?? []
  const letters = decomposed.replace(tones, '').normalize('NFC')
  if (another !== undefined || markedConsonant.test(decomposed)) return null

  const parts = split(letters)
  if (parts === null) return null
  const endsInTone = tone !== '' && decomposed.replace(/[\u0302\u0306\u031b]$/, '').endsWith(tone)
  return endsInTone && !openRimesWithToneLast.test(parts.rime) ? null : { ...parts, tone }
}

function split(letters: string): Omit<Syllable, 'tone'> | null {
  if (letters.startsWith('qu') && rimesAfterQu.has(letters.slice(2))) return { onset: 'qu', rime: letters.slice(2) }
  for (let length = 3; length >= 0; length--) {
    const [onset, rime] = [letters.slice(0, length), letters.slice(length)]
    if (isOnset(onset) && rimes.has(rime) && (rime !== 'y' || onsetsBeforeY.test(onset))) return { onset, rime }
  }
  return null
}

function isOnset(letters: string): boolean {
  return letters === '' || onsets.test(letters)
}
