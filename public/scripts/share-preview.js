// How the article looks where others link to it, while it is typed; without this file as it was when the page came.

const form = document.querySelector('form[data-editor]')
const preview = form.querySelector('[data-share-preview]')
const cover = form.querySelector('.cover-picture')

// As `shortenAtWord` in src/text/display.ts does it.
function shorten(text, most) {
  if (text.length <= most) return text
  const room = text.slice(0, most)
  const gap = room.search(/\s\S*$/)
  return `${(gap > 0 ? room.slice(0, gap) : room.slice(0, -1)).replace(/(?:[^\P{P}%]|\s)+$/u, '')}…`
}

// As `slugOf` in src/text/slug.ts makes it of letters that Vietnamese has.
const folded = { đ: 'd', ƀ: 'b', '&': ' va ' }
const slugOf = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[đƀ&]/g, (letter) => folded[letter])
    .match(/[a-z0-9]+/g)
    ?.join('-')
    .replace(/^(.{1,100})(-.*)$/, (slug, start) => (slug.length > 100 ? start : slug)) ?? ''

const typed = (name) => form.elements[name].value.replace(/\s+/g, ' ').trim()

const texts = {
  title: () => typed('title'),
  lead: () => typed('lead') || typed('title'),
  slug: () => slugOf(typed('slug')) || slugOf(typed('title')) || 'tin',
}

function showTexts() {
  for (const element of preview.querySelectorAll('[data-shows]')) {
    const { shows, most, missing } = element.dataset
    if (shows in texts) element.textContent = shorten(texts[shows](), Number(most ?? 100)) || missing
  }
}

const picture = preview.querySelector('[data-shows=picture]')

/** Link previews show pictures that lie; of others the portal draws a card. */
async function showPicture() {
  const image = cover.querySelector('img')?.cloneNode()
  if (image) {
    image.loading = 'eager'
    image.alt = ''
    await image.decode().catch(() => {})
  }
  const lies = image !== undefined && image.naturalWidth >= image.naturalHeight && image.naturalWidth > 0
  picture.replaceChildren(...(lies ? [image] : []))
  picture.hidden = !lies
  for (const element of preview.querySelectorAll('.drawn, .drawn-help')) element.hidden = lies
}

form.addEventListener('input', showTexts)
new MutationObserver(showPicture).observe(cover, { childList: true })
