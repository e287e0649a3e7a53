import { qrEnding } from './paths.ts'

/** How a reader passes an article on. */
export type Sharing = {
  address: string
  /** Without the scheme, as it is printed. */
  shortAddress: string
  /** The address as a picture that phones read. */
  qrPath: string
  links: { name: string; address: string }[]
}

/**
 * Plain links, so that nobody else learns who reads what before the reader presses one. Zalo offers only a script of its own:
 * its readers copy the link, use the share sheet of their phone, or show each other the QR code.
 */
export function sharing(title: string, siteUrl: string, path: string): Sharing {
  const address = siteUrl + path
  return {
    address,
    shortAddress: address.replace(/^https?:\/\//, ''),
    qrPath: `${path}${qrEnding}`,
    links: [
      { name: 'Facebook', address: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}` },
      { name: 'Email', address: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}` },
    ],
  }
}
