const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi
const nameOfStyle = /([\s"'/])style(?=\s*=)/gi
/** It would lead every address of the page elsewhere; addresses in a clipboard are whole. */
const baseTag = /<base(?=[\s/>])/gi
const sheetTag = /<(\/?)style(?=[\s/>])/gi

export const styleAttribute = 'data-style'
export const sheetElement = 'xmp'

/**
 * The page that HTML makes, in which nothing runs or loads. Styles get other names first: the browser tells a breach of our content
 * security policy for each of them, though nobody ever sees that page. `xmp` is read as `style` is, as mere text.
 */
export function inertPage(html: string): Document {
  const renamed = html
    .replace(tag, (found) => found.replace(nameOfStyle, `$1${styleAttribute}`))
    .replace(baseTag, '<x-base')
    .replace(sheetTag, `<$1${sheetElement}`)
  return new DOMParser().parseFromString(renamed, 'text/html')
}
