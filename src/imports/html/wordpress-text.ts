/** A text as WordPress keeps it, with what its editor and its plugins leave there as HTML. `left` names what has no meaning here. */
export function readableWordPress(
  written: string,
  pictureOf: (id: string) => string | null,
): { html: string; hasLines: boolean; left: string[] } {
  const left = new Set<string>()
  const html = written
    .replace(caption, (_, inside: string) => figureOf(inside))
    .replace(gallery, (_, ids: string) =>
      ids
        .split(',')
        .map((id) => imageOf(pictureOf(id.trim())))
        .join('\n\n'),
    )
    .replace(embed, (_, address: string) => `\n\n${address}\n\n`)
    .replace(shortcode, (whole, name: string, more: string) => {
      if (!isShortcode(name, more, written)) return whole
      left.add(name)
      return ''
    })
  // The newer editor writes paragraphs as elements, and says so in comments.
  return { html, hasLines: !written.includes('<!-- wp:'), left: [...left] }
}

const caption = /\[(?:wp_)?caption\b[^\]]{0,500}\]([\s\S]{0,5000}?)\[\/(?:wp_)?caption\]/g
const gallery = /\[gallery\b[^\]]{0,2000}?\bids=["']?([\d, ]{1,2000})["']?[^\]]{0,500}\]/g
const embed = /\[embed\b[^\]]{0,200}\]\s*(https?:[^\s[\]<]{1,2000})\s*\[\/embed\]/g
const shortcode = /\[\/?([a-z][a-z\d_-]{1,40})((?:\s[^\]]{0,1000})?)\/?\]/g

/** Words in brackets are words: only what has attributes or an end is one. */
const isShortcode = (name: string, more: string, written: string): boolean =>
  /\w=/.test(more) || written.includes(`[/${name}]`)

/** The picture first, with a link around it or without, then what is said of it. */
function figureOf(inside: string): string {
  const [, picture = '', words = ''] = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/.exec(inside) ?? []
  return picture === '' ? inside : `<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>`
}

const imageOf = (address: string | null): string =>
  address === null ? '' : `<img src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
