/** How a reader passes an article on. */
export type Sharing = {
  address: string
  /** Without the scheme, as it is printed. */
  shortAddress: string
  links: { name: string; address: string }[]
}

/**
 * Plain links, so that nobody else learns who reads what before the reader presses one. Zalo documents no such address:
 * its readers copy the link, or use the share sheet of their phone.
 */
export function sharing(title: string, address: string): Sharing {
  return {
    address,
    shortAddress: address.replace(/^https?:\/\//, ''),
    links: [
      { name: 'Facebook', address: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}` },
      { name: 'Email', address: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}` },
    ],
  }
}
