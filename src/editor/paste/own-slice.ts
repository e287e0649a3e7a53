import { inertPage } from './cleaning/inert-page.ts'
import { articleAddress } from './cleaning/links.ts'

/**
 * Whether HTML was copied from an editor like ours and holds nothing that ours does not know: it then goes in as it is, with
 * pictures and boxes. A page that only pretends is cleaned like every other.
 */
export function isOwnSlice(html: string): boolean {
  if (!html.includes('data-pm-slice')) return false
  const page = inertPage(html)
  const addresses = [...page.querySelectorAll('[href], [data-video]')].flatMap((each) =>
    ['href', 'data-video'].map((name) => each.getAttribute(name)),
  )
  const pictures = [...page.querySelectorAll('[data-src]')].map((each) => each.getAttribute('data-src'))
  return (
    page.querySelector('[data-pm-slice]') !== null &&
    page.querySelector('img, script, iframe, object, embed, form, xmp') === null &&
    addresses.every((address) => address === null || /^\/(?!\/)/.test(address) || articleAddress(address) !== null) &&
    pictures.every((address) => /^(?:anh:\d+)?$/.test(address ?? ''))
  )
}
